"""The promises of docker-compose.yml, read from the file; `docker-compose config` reads it, too, where it is there."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from syria_events.settings import HOME, Settings

AIRFLOW_SERVICES = {"initialise", "api-server", "scheduler", "dag-processor", "triggerer", "worker"}
SECRETS = {
    "AIRFLOW_ADMIN_PASSWORD",
    "AIRFLOW_API_SECRET_KEY",
    "AIRFLOW_DATABASE_PASSWORD",
    "AIRFLOW_FERNET_KEY",
    "AIRFLOW_JWT_SECRET",
    "BI_READER_PASSWORD",
    "REDIS_PASSWORD",
    "SUPERSET_ADMIN_PASSWORD",
    "SUPERSET_SECRET_KEY",
    "WAREHOUSE_PASSWORD",
}
TEXT = (HOME / "docker-compose.yml").read_text(encoding="utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load(TEXT)
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
LOCK = {
    package["name"]: package for package in tomllib.loads((HOME / "uv.lock").read_text(encoding="utf-8"))["package"]
}


def example_variables() -> dict[str, str]:
    lines = (HOME / ".env.example").read_text(encoding="utf-8").splitlines()
    return dict(line.removeprefix("#").split("=", 1) for line in lines if re.match(r"#?[A-Z_]+=", line))


def test_services_are_those_of_celery_its_two_stores_and_superset() -> None:
    assert set(SERVICES) == AIRFLOW_SERVICES | {"postgres", "redis", "bi"}
    assert SERVICES["worker"]["environment"]["AIRFLOW__CORE__EXECUTOR"] == "CeleryExecutor"


def test_secrets_come_from_the_environment_and_none_may_be_missing() -> None:
    required = set(re.findall(r"\$\{([A-Z_]+):\?", TEXT))
    assert required == SECRETS
    for name in SECRETS:
        assert not re.search(rf"\$\{{{name}(\}}|:-)", TEXT), f"{name} is used without being required"


def test_no_secret_is_written_down() -> None:
    for service, content in SERVICES.items():
        for name, value in content.get("environment", {}).items():
            if re.search(r"PASSWORD|SECRET|FERNET|AUTH$|_URL$|CONN|BACKEND", name) and "//localhost" not in str(value):
                internal = name.endswith(("EXECUTION_API_SERVER_URL", "PASSWORDS_FILE"))
                assert internal or "${" in value, f"{service}: {name}"


def test_example_names_every_variable_and_no_secret() -> None:
    example = example_variables()
    assert {name for name, value in example.items() if not value} == SECRETS
    used = set(re.findall(r"\$\{([A-Z_]+)", TEXT)) - {"SYRIA_EVENTS_VERSION"}
    assert used <= set(example)


def test_defaults_are_the_same_as_without_containers() -> None:
    settings = Settings.from_environment({})
    assert f"SYRIA_EVENTS_AIRFLOW_PORT:-{settings.airflow_port}" in TEXT
    assert f"SYRIA_EVENTS_BI_PORT:-{settings.bi_port}" in TEXT
    assert f"SYRIA_EVENTS_CONTACT:-{settings.contact_url}" in TEXT


def test_alerts_link_to_where_browsers_find_airflow() -> None:
    port = Settings.from_environment({}).airflow_port
    for name in AIRFLOW_SERVICES:
        address = SERVICES[name]["environment"]["AIRFLOW__API__BASE_URL"]
        assert address == f"${{SYRIA_EVENTS_AIRFLOW_URL:-http://localhost:{port}}}", name


def test_no_variable_stands_within_the_default_of_another() -> None:
    assert not re.search(r"\$\{[^}]*\$\{", TEXT), "docker-compose 1 takes the inner one for text"


@pytest.mark.parametrize("name", sorted(set(SERVICES) - {"initialise"}))
def test_every_lasting_service_has_a_health_check_and_comes_back(name: str) -> None:
    assert SERVICES[name]["healthcheck"]["test"]
    assert SERVICES[name]["restart"] == "unless-stopped"


def test_health_checks_of_the_airflow_services_differ() -> None:
    checks = [str(SERVICES[name]["healthcheck"]["test"]) for name in AIRFLOW_SERVICES - {"initialise"}]
    assert len(set(checks)) == len(checks)


def test_nothing_of_airflow_starts_before_the_databases_are_migrated() -> None:
    for name in AIRFLOW_SERVICES - {"initialise"} | {"bi"}:
        assert SERVICES[name]["depends_on"]["initialise"] == {"condition": "service_completed_successfully"}
    assert SERVICES["initialise"]["restart"] == "no"
    assert set(SERVICES["initialise"]["depends_on"]) == {"postgres", "redis"}


def test_tasks_start_after_the_api_server_answers() -> None:
    for name in ("scheduler", "dag-processor", "triggerer", "worker"):
        assert SERVICES[name]["depends_on"]["api-server"] == {"condition": "service_healthy"}


def test_ports_are_open_to_this_machine_alone_unless_told_otherwise() -> None:
    for name, service in SERVICES.items():
        for port in service.get("ports", []):
            assert port.startswith("${SYRIA_EVENTS_BIND:-127.0.0.1}:"), name
    assert "ports" not in SERVICES["redis"]


def test_data_live_in_named_volumes() -> None:
    named = set(COMPOSE["volumes"])
    for name, service in SERVICES.items():
        for volume in service["volumes"]:
            source = volume.split(":")[0]
            assert source in named or volume.endswith(":ro"), f"{name}: {volume}"


def test_workers_can_be_scaled() -> None:
    assert not {"container_name", "ports", "hostname"} & set(SERVICES["worker"])


def test_all_airflow_services_are_one_image_built_here() -> None:
    assert len({SERVICES[name]["image"] for name in AIRFLOW_SERVICES}) == 1
    assert SERVICES["initialise"]["build"] == "."


def test_every_image_is_built_once() -> None:
    built = [service["image"] for service in SERVICES.values() if "build" in service]
    assert len(set(built)) == len(built), "builds side by side that export the same name fail"


def test_no_registry_is_asked_for_what_is_built_here() -> None:
    built = {service["image"] for service in SERVICES.values() if "build" in service}
    for name, service in SERVICES.items():
        assert (service.get("pull_policy") == "never") == (service["image"] in built), name


def test_example_makes_a_key_as_long_as_what_it_signs_with() -> None:
    example = (HOME / ".env.example").read_text(encoding="utf-8")
    (made,) = re.findall(r"openssl rand -hex (\d+)(?=.*\n(?:[A-Z_]+=\n)*AIRFLOW_JWT_SECRET=)", example)
    assert 2 * int(made) >= 512 // 8, "HS512 wants 64 characters (RFC 7518)"


def test_celery_is_one_that_the_provider_can_import() -> None:
    version = tuple(int(part) for part in LOCK["celery"]["version"].split(".")[:2])
    assert version < (5, 7), "the provider imports what celery 5.7 no longer has"
    assert LOCK["apache-airflow"]["version"] == "3.3.2"


def test_image_pins_the_uv_that_make_fetches_and_the_lock_names() -> None:
    versions = {
        re.search(r"UV_VERSION=([\d.]+)", (HOME / "Dockerfile").read_text(encoding="utf-8"))[1],
        re.search(r"UV_VERSION := ([\d.]+)", (HOME / "Makefile").read_text(encoding="utf-8"))[1],
        LOCK["uv"]["version"],
    }
    assert len(versions) == 1


def test_image_has_what_it_needs_and_no_state_or_secret() -> None:
    ignored = (HOME / ".dockerignore").read_text(encoding="utf-8").splitlines()
    dockerfile = (HOME / "Dockerfile").read_text(encoding="utf-8")
    assert "*" in ignored
    allowed = {line.removeprefix("!") for line in ignored if line.startswith("!")}
    assert not allowed & {"var", ".env", ".git", ".venv"}
    copied = {
        word for words in re.findall(r"^COPY (?!--from)(.+) \S+$", dockerfile, re.MULTILINE) for word in words.split()
    }
    assert copied == allowed
    assert all((HOME / name).exists() for name in copied)


def test_images_do_not_run_as_root() -> None:
    stages = re.split(r"^FROM .*? AS (\S+)$|^FROM \S+$", (HOME / "Dockerfile").read_text("utf-8"), flags=re.MULTILINE)
    for text in stages:
        if text and "ENTRYPOINT" in text:
            users = re.findall(r"^USER (\S+)", text, re.MULTILINE)
            assert users
            assert users[-1] not in {"root", "0"}


def test_superset_reads_with_the_rights_of_bi_reader_from_files_of_the_image() -> None:
    service, dockerfile = SERVICES["bi"], (HOME / "Dockerfile").read_text("utf-8")
    assert service["environment"]["SYRIA_EVENTS_BI_DSN"].startswith("postgresql://bi_reader:${BI_READER_PASSWORD:?")
    assert f"AS {service['build']['target']}\n" in dockerfile
    read = set(re.findall(r"SUPERSET_[A-Z_]+|SYRIA_EVENTS_[A-Z_]+", (HOME / "bi" / "provision.py").read_text("utf-8")))
    read |= set(re.findall(r'environ\["(\w+)"\]', (HOME / "bi" / "superset_config.py").read_text("utf-8")))
    given = set(service["environment"]) | set(re.findall(r"(SUPERSET_[A-Z_]+)=", dockerfile))
    assert read <= given


needs_docker_compose = pytest.mark.skipif(
    shutil.which("docker-compose") is None, reason="docker-compose is not installed"
)


@needs_docker_compose
def test_docker_compose_understands_the_file(tmp_path: Path) -> None:
    variables = tmp_path / "env"
    variables.write_text("".join(f"{name}=secret{number}\n" for number, name in enumerate(sorted(SECRETS))))
    done = subprocess.run(
        ["docker-compose", "--env-file", str(variables), "config"],
        cwd=HOME,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert set(yaml.safe_load(done.stdout)["services"]) == set(SERVICES)


@needs_docker_compose
def test_docker_compose_refuses_a_missing_secret(tmp_path: Path) -> None:
    empty = tmp_path / "env"
    empty.write_text("")
    done = subprocess.run(
        ["docker-compose", "--env-file", str(empty), "config"], cwd=HOME, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert ".env.example" in done.stderr
