"""A server whose certificate nobody vouches for."""

import asyncio
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.integration.web.polite import fetch, run
from tests.integration.web.publisher import Publisher, reply


def self_signed(path: Path) -> ssl.SSLContext:
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(1).not_valid_before(now).not_valid_after(now + timedelta(days=1))
    pem = builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(pem + secret)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


def test_a_certificate_that_nobody_vouches_for_ends_the_request(tmp_path: Path) -> None:
    async def scenario() -> None:
        site = Publisher(routes={"/feed": reply(b"secret")})
        server = await asyncio.start_server(site.serve, "127.0.0.1", 0, ssl=self_signed(tmp_path / "pem"))
        async with server:
            port = server.sockets[0].getsockname()[1]
            response = await fetch(f"https://127.0.0.1:{port}/feed")

        assert (response.status, response.error_class) == (None, "soft")
        assert "secure connection" in (response.error or "")
        assert site.asked == []

    run(scenario())
