# The one image of docker-compose.yml: Airflow with Celery, the DAGs and our packages, as pinned in uv.lock.
# Python's image, and uv from PyPI, are all that is taken from outside the lock.
ARG PYTHON_IMAGE=python:3.11-slim-bookworm

FROM ${PYTHON_IMAGE} AS build
ARG UV_VERSION=0.13.9
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never
RUN python3 -m venv /opt/uv && /opt/uv/bin/pip install --no-cache-dir --disable-pip-version-check uv==${UV_VERSION}
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
