"""Superset's configuration. What differs between installations comes by the environment."""

from __future__ import annotations

import os

SECRET_KEY = os.environ["SUPERSET_SECRET_KEY"]
SQLALCHEMY_DATABASE_URI = (
    os.environ.get("SUPERSET_METADATA_DSN") or f"sqlite:///{os.environ['SUPERSET_HOME']}/superset.db"
)

# The warehouse may lie behind the socket of the embedded server, or anywhere.
PREVENT_UNSAFE_DB_CONNECTIONS = True

# Answers are kept for a minute in each worker: a dashboard that several people open asks the warehouse once.
CACHE_CONFIG = {"CACHE_TYPE": "SimpleCache", "CACHE_DEFAULT_TIMEOUT": 60, "CACHE_THRESHOLD": 500}
DATA_CACHE_CONFIG = CACHE_CONFIG
FILTER_STATE_CACHE_CONFIG = {"CACHE_TYPE": "SupersetMetastoreCache", "CACHE_DEFAULT_TIMEOUT": 86400 * 30}
EXPLORE_FORM_DATA_CACHE_CONFIG = FILTER_STATE_CACHE_CONFIG

SQLLAB_TIMEOUT = 30
SUPERSET_WEBSERVER_TIMEOUT = 60
ROW_LIMIT = 10_000
SESSION_COOKIE_SAMESITE = "Lax"
WTF_CSRF_TIME_LIMIT = None

FEATURE_FLAGS = {
    "DASHBOARD_CROSS_FILTERS": True,
    "DRILL_BY": True,
    "DRILL_TO_DETAIL": True,
    "ESCAPE_MARKDOWN_HTML": True,
    "HORIZONTAL_FILTER_BAR": True,
}

# No request leaves the machine. Superset's pages ask for a pixel of scarf.sh whatever its switch says, so the browser
# is told to ask nobody but us. All maps are drawn from shapes: there are no tiles to ask for.
TALISMAN_ENABLED = True
TALISMAN_CONFIG = {
    "content_security_policy": {
        "base-uri": ["'self'"],
        "default-src": ["'self'"],
        "img-src": ["'self'", "blob:", "data:"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'", "blob:"],
        "object-src": "'none'",
        "font-src": ["'self'", "data:"],
        "style-src": ["'self'", "'unsafe-inline'"],
        "script-src": ["'self'", "'strict-dynamic'"],
    },
    "content_security_policy_nonce_in": ["script-src"],
    "force_https": False,
    "session_cookie_secure": False,
}
TALISMAN_DEV_CONFIG = TALISMAN_CONFIG
APP_NAME = "Syria Events"
LOGO_TARGET_PATH = "/dashboard/list/"
