"""Who may look, who may change something, and how a change is known to be meant.

Airflow guards nothing of a plugin by itself. To look takes what it takes to see runs of `process_batch`; to change
takes what it takes to start one. A form carries a token signed for its user, because the login is a cookie and a
browser sends cookies for whoever asks.
"""

from __future__ import annotations

from typing import Annotated

from airflow.api_fastapi.app import get_auth_manager
from airflow.api_fastapi.auth.managers.models.base_user import BaseUser
from airflow.api_fastapi.auth.managers.models.resource_details import DagAccessEntity, DagDetails
from airflow.api_fastapi.core_api.security import get_user, requires_access_dag
from airflow.configuration import conf
from fastapi import Depends, Form, HTTPException, Request
from itsdangerous import BadSignature, URLSafeTimedSerializer

DAG_ID = "process_batch"
TOKEN_SECONDS = 12 * 3600

READER = Depends(requires_access_dag("GET", DagAccessEntity.RUN, DAG_ID))
OPERATOR = Depends(requires_access_dag("POST", DagAccessEntity.RUN, DAG_ID))
User = Annotated[BaseUser, Depends(get_user)]


def may_operate(user: BaseUser) -> bool:
    """Say whether the user may retry and discard, so that others are not shown buttons that would refuse them."""
    return get_auth_manager().is_authorized_dag(
        method="POST", access_entity=DagAccessEntity.RUN, details=DagDetails(id=DAG_ID), user=user
    )


def form_token(user: BaseUser) -> str:
    """Return what a form of this user has to carry."""
    return _serializer().dumps(user.get_id())


def require_intent(request: Request, user: User, token: Annotated[str, Form()] = "") -> None:
    """Refuse a change that did not come from a form of ours, shown to this user. Raises HTTPException 403."""
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        raise HTTPException(403, "This came from another site. Use the form of the page.")
    try:
        signed_for = _serializer().loads(token, max_age=TOKEN_SECONDS)
    except BadSignature:
        signed_for = None
    if signed_for is None or signed_for != user.get_id():
        raise HTTPException(403, "The form is too old or not yours. Load the page again and repeat.")


INTENT = Depends(require_intent)


def _serializer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(conf.get("api", "secret_key"), salt="syria-events operator pages")
