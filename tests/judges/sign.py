# SPDX-License-Identifier: MIT
"""sign.py FROM TO: signs each empty field of a PDF, with certificates made
here and thrown away, each signature an incremental update; then has pyHanko
judge all of them, as they stand and after a byte was turned."""
import datetime
import io
import logging
import sys

from asn1crypto import keys as asn1_keys, x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers, validation
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext, registry

KEY_USES = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
            "key_cert_sign", "crl_sign", "encipher_only", "decipher_only")


def make_certificate(name, uses, issuer=None):
    """A key and its certificate, by the issuer (name, key), or by itself."""
    def named(words):
        return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, words)])
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    issuer_name, issuer_key = issuer or (name, key)
    now, day = datetime.datetime.now(datetime.timezone.utc), datetime.timedelta(days=1)
    certificate = (
        x509.CertificateBuilder().subject_name(named(name)).issuer_name(named(issuer_name))
        .public_key(key.public_key()).serial_number(x509.random_serial_number())
        .not_valid_before(now - day).not_valid_after(now + day)
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**{use: use in uses for use in KEY_USES}), critical=True)
        .sign(issuer_key, hashes.SHA256()))
    return key, asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))


def signer_of(name, authority):
    """A signer whose certificate the authority (key, certificate) has issued."""
    key, certificate = make_certificate(name, ("digital_signature", "content_commitment"), ("Authority", authority[0]))
    store = registry.SimpleCertificateStore()
    store.register(authority[1])
    private = key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8,
                                serialization.NoEncryption())
    return signers.SimpleSigner(signing_cert=certificate, signing_key=asn1_keys.PrivateKeyInfo.load(private),
                                cert_registry=store)


def sign(pdf, field, signer):
    """The PDF with one signature more; a stroke of the pen is drawn into its field."""
    stroke = RawContent(b"q 2 w 10 10 m 40 38 60 2 90 24 c S Q", box=BoxConstraints(width=100, height=40))
    meta = signers.PdfSignatureMetadata(field_name=field, subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256")
    style = StaticStampStyle(border_width=0, background=stroke, background_opacity=1)
    return signers.PdfSigner(meta, signer=signer, stamp_style=style).sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(pdf))).getvalue()


def judge(pdf, trust):
    """For each signature whether it is valid, trusted, and nothing but forms was filled in after it."""
    allowed = (ModificationLevel.NONE, ModificationLevel.FORM_FILLING)
    verdicts = []
    for signature in PdfFileReader(io.BytesIO(pdf)).embedded_signatures:
        status = validation.validate_pdf_signature(signature, ValidationContext(trust_roots=[trust]))
        verdicts.append(status.bottom_line and status.modification_level in allowed)
    return verdicts


def main():
    logging.disable(logging.CRITICAL)
    with open(sys.argv[1], "rb") as file:
        pdf = file.read()
    empty = [name for name, value, _ in fields.enumerate_sig_fields(PdfFileReader(io.BytesIO(pdf))) if value is None]
    if len(empty) != 2:
        sys.exit(f"sign.py: there are {len(empty)} fields to sign, not two")
    authority = make_certificate("Authority", ("key_cert_sign", "crl_sign"))
    at = len(pdf) // 2  # in what both have signed
    for field in empty:
        before = pdf
        pdf = sign(pdf, field, signer_of(f"Signer of {field}", authority))
        if not pdf.startswith(before):
            sys.exit(f"sign.py: signing {field} has changed bytes before it")
    with open(sys.argv[2], "wb") as file:
        file.write(pdf)
    verdicts = judge(pdf, authority[1])
    if verdicts != [True, True]:
        sys.exit(f"sign.py: the signatures are judged {verdicts}")
    turned = pdf[:at] + bytes([pdf[at] ^ 1]) + pdf[at + 1:]
    if any(judge(turned, authority[1])):
        sys.exit("sign.py: a signature of a file with a turned byte is called valid")


main()
