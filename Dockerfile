# The images of docker-compose.yml. The last stage is Airflow with Celery, the DAGs and our packages, as pinned in uv.lock;
# the stage `bi` is Superset with the dashboards, as pinned in bi/requirements.txt.
# Python's image, and uv from PyPI, are all that is taken from outside these locks.
ARG PYTHON_IMAGE=python:3.11-slim-bookworm

FROM ${PYTHON_IMAGE} AS uv
ARG UV_VERSION=0.13.9
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never
RUN python3 -m venv /opt/uv && /opt/uv/bin/pip install --no-cache-dir --disable-pip-version-check uv==${UV_VERSION}

FROM uv AS bi-build
COPY bi/requirements.txt /tmp/requirements.txt
RUN /opt/uv/bin/uv venv /opt/superset \
    && /opt/uv/bin/uv pip sync --no-cache --require-hashes --python /opt/superset/bin/python /tmp/requirements.txt

FROM ${PYTHON_IMAGE} AS bi
RUN useradd --uid 50001 --gid 0 --no-create-home --home-dir /var/lib/superset superset \
    && install -d -o superset -g 0 -m 0775 /var/lib/superset
COPY --from=bi-build /opt/superset /opt/superset
WORKDIR /opt/syria-events
COPY bi bi
ENV PATH=/opt/superset/bin:$PATH \
    FLASK_APP=superset.app:create_app() \
    SUPERSET_CONFIG_PATH=/opt/syria-events/bi/superset_config.py \
    SUPERSET_HOME=/var/lib/superset \
    PYTHONUNBUFFERED=1
USER superset
ENTRYPOINT ["bash", "bi/start.sh"]

FROM uv AS build
WORKDIR /opt/syria-events
# What we depend on changes less often than what we write: a layer of its own.
COPY pyproject.toml uv.lock ./
RUN /opt/uv/bin/uv sync --frozen --no-dev --extra celery --no-install-project --no-cache
COPY README.md LICENSE ./
COPY plugins plugins
RUN /opt/uv/bin/uv sync --frozen --no-dev --extra celery --no-cache
COPY dags dags
COPY sql sql
COPY docker/initialise.sh docker/initialise.sh
RUN .venv/bin/python -m compileall -q plugins dags

FROM ${PYTHON_IMAGE}
# Group 0, so that platforms that choose the user id themselves can run it, too.
RUN useradd --uid 50000 --gid 0 --no-create-home --home-dir /var/lib/airflow airflow \
    && install -d -o airflow -g 0 -m 0775 /var/lib/airflow /var/lib/syria-events /var/log/airflow
COPY --from=build /opt/syria-events /opt/syria-events
ENV PATH=/opt/syria-events/.venv/bin:$PATH \
    AIRFLOW_HOME=/var/lib/airflow \
    AIRFLOW__CORE__DAGS_FOLDER=/opt/syria-events/dags \
    AIRFLOW__CORE__PLUGINS_FOLDER=/opt/syria-events/plugins \
    AIRFLOW__LOGGING__BASE_LOG_FOLDER=/var/log/airflow \
    SYRIA_EVENTS_VAR=/var/lib/syria-events \
    PYTHONUNBUFFERED=1
WORKDIR /opt/syria-events
USER airflow
ENTRYPOINT ["airflow"]
CMD ["version"]
