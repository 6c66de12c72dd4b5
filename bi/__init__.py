"""The BI part: Superset's configuration, its dashboards as files, and what makes and tries them."""
