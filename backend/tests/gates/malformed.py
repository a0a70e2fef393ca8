"""Over two hundred requests that are none, or lie about themselves; each group with what may be said to it.

An empty answer is a connection that was closed. What may be said is always a 4xx.
"""

import gzip
import json
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

HOST = b"Host: 127.0.0.1\r\n"
CLOSE = b"Connection: close\r\n"
JSON = b"Content-Type: application/json"
FORM = b"Content-Type: application/x-www-form-urlencoded"
CHUNKED = b"Transfer-Encoding: chunked"
HEALTH = b"/api/v1/health"
LOGIN = b'{"email":"ada@example.com","password":"x"}'
TOKEN = b"username=ada%40example.com&password=x"
BODY_LIMIT = 4 * 1024 * 1024


@dataclass(frozen=True)
class Group:
    requests: Mapping[str, bytes]
    may_say: frozenset[int]


def lines(headers: Iterable[bytes]) -> bytes:
    return b"".join(header + b"\r\n" for header in headers)


def get(target: bytes = HEALTH, *headers: bytes, line: bytes = b"") -> bytes:
    return (line or b"GET " + target + b" HTTP/1.1") + b"\r\n" + HOST + CLOSE + lines(headers) + b"\r\n"


def post(*headers: bytes, body: bytes = LOGIN, to: bytes = b"/api/v1/auth/login") -> bytes:
    return b"POST " + to + b" HTTP/1.1\r\n" + HOST + CLOSE + lines(headers) + b"\r\n" + body


def sent(body: bytes, *headers: bytes, kind: bytes = JSON, to: bytes = b"/api/v1/auth/login") -> bytes:
    """Framed as it should be: only what is in it is wrong."""
    return post(kind, b"Content-Length: %d" % len(body), *headers, body=body, to=to)


def form(body: bytes, kind: bytes = FORM) -> bytes:
    return sent(body, kind=kind, to=b"/api/v1/auth/token")


def named(prefix: str, values: Iterable[bytes], make: Callable[[bytes], bytes]) -> dict[str, bytes]:
    return {f"{prefix} {value[:40]!r}": make(value) for value in values}


def request_lines() -> dict[str, bytes]:
    odd = (
        b"GET", b"GET ", b"GET  ", b" GET / HTTP/1.1", b"\tGET / HTTP/1.1", b"GET\t/\tHTTP/1.1",
        b"GET / HTTP/1.1 extra", b"GET / HTTP/1.", b"GET / HTTP/.1", b"GET / HTTP/11", b"GET / HTTP/1,1",
        b"GET / http/1.1", b"GET / HTTP /1.1", b"GET / HTTP/1.1.1", b"GET / HTTP/-1.1", b"GET / HTTP/3.0",
        b"GET / HTTP/2.0", b"GET / HTTP/0.0", b"GET / HTTPS/1.1", b"GET / ICY/1.0",
        b"GE\x00T / HTTP/1.1", b"G(T / HTTP/1.1", b"G@T / HTTP/1.1", b"G\xffT / HTTP/1.1", b"/ GET HTTP/1.1",
        b"FROB / HTTP/1.1", b"get / HTTP/1.1", b"A" * 5000 + b" / HTTP/1.1", b"{} / HTTP/1.1",
        b"GET /\x00 HTTP/1.1", b"GET /\x7f HTTP/1.1", b"GET /a b HTTP/1.1", b"GET /\r HTTP/1.1",
        b"CONNECT 169.254.169.254:80 HTTP/1.1", b"CONNECT / HTTP/1.1", b"TRACE / HTTP/1.1",
        b"TRACK / HTTP/1.1", b"PROPFIND / HTTP/1.1", b"DEBUG / HTTP/1.1", b"SOURCE / HTTP/1.1",
    )  # fmt: skip
    return named("line", odd, lambda line: get(line=line))


def headers() -> dict[str, bytes]:
    odd = (
        b": no name", b"no colon", b"X-A : 1", b"X A: 1", b"X(A: 1", b"X@A: 1", b"X\x00A: 1", b"X\xe9A: 1",
        b"X-A: \x00", b"X-A: a\x00b", b"X-A: \x01", b"X-A: \x7f", b"X-A: a\rb", b"X-A: a\r\r", b"X-A\r: 1",
        b" X-A: 1", b"\tX-A: 1", b"X-A: 1\r\n folded", b"X-A: 1\r\n\tfolded", b"X-A: 1\r\n\r",
        b"[X]: 1", b"{X}: 1", b"X/A: 1", b"X,A: 1", b"X;A: 1", b"X=A: 1", b'"X": 1', b"\x0bX-A: 1",
    )  # fmt: skip
    found = named("header", odd, lambda header: get(HEALTH, header))
    found |= {
        "a value of 70 kB": get(HEALTH, b"X-A: " + b"a" * 70_000),
        "a name of 70 kB": get(HEALTH, b"X" * 70_000 + b": 1"),
        "five thousand headers of 20 bytes": get(HEALTH, *(b"X-%05d: 123456789" % n for n in range(5_000))),
        "a cookie of 100 kB": get(HEALTH, b"Cookie: a=" + b"b" * 100_000),
        "a token of 100 kB": get(HEALTH, b"Authorization: Bearer " + b"a" * 100_000),
        "a target of 70 kB": get(b"/" + b"a" * 70_000),
        "a query of 70 kB": get(HEALTH + b"?a=" + b"a" * 70_000),
    }
    return found


def framing() -> dict[str, bytes]:
    lengths = (
        b"-1", b"+42", b"0x2a", b"4 2", b"42,42", b"42, 43", b"4.2e1", b"42a", b"\xd9\xa4\xd9\xa2", b"9" * 19,
        b"9" * 40, b"18446744073709551616", b"18446744073709551658", b"NaN", b"'42'", b"42;",
        b"\x0042", b"4_2",
        b"99999999", b"4194305",
    )  # fmt: skip
    codings = (
        b"xchunked", b"chunkedx", b"\x0bchunked", b"chunked, identity", b"identity, chunked, identity",
        b"chunked\x00", b"'chunked'", b"chunked;q=1", b"gzip, chunked, chunked", b"ch\xc3\xbcnked",
    )  # fmt: skip
    found = named("length", lengths, lambda length: post(JSON, b"Content-Length: " + length))
    found |= named(
        "coding",
        codings,
        lambda coding: post(JSON, b"Transfer-Encoding: " + coding, b"Content-Length: 5", body=b"0\r\n\r\n"),
    )
    two = (b"Content-Length: 42", CHUNKED)
    found |= {
        "length, then chunks": post(JSON, *two, body=b"0\r\n\r\n"),
        "chunks, then length": post(JSON, *two[::-1], body=b"0\r\n\r\n"),
        "two lengths": post(JSON, two[0], b"Content-Length: 43"),
        "chunks twice": post(JSON, CHUNKED, CHUNKED, b"Content-Length: 4", body=b"0\r\n\r\n"),
        "chunks after a space": post(JSON, b"Transfer-Encoding : chunked", two[0], body=b"0\r\n\r\n"),
        "chunks in a folded line": post(JSON, b"Transfer-Encoding:\r\n chunked", two[0], body=b"0\r\n\r\n"),
        "chunks behind a bare CR": post(
            JSON, b"X-A: 1\rTransfer-Encoding: chunked", two[0], body=b"0\r\n\r\n"
        ),
        "chunks for HTTP/1.0": post(JSON, *two, body=b"0\r\n\r\n").replace(b"HTTP/1.1", b"HTTP/1.0"),
        "a body that never comes": post(JSON, b"Content-Length: 42", body=b'{"em'),
    }
    return found


def chunks() -> dict[str, bytes]:
    odd = (
        b"zz\r\nab\r\n0\r\n\r\n", b"-1\r\nab\r\n", b"+2\r\nab\r\n0\r\n\r\n", b"0x2\r\nab\r\n0\r\n\r\n",
        b" 2\r\nab\r\n0\r\n\r\n", b"2 3\r\nab\r\n0\r\n\r\n", b"\r\n2\r\nab\r\n0\r\n\r\n",
        b"2\r\nabc\r\n0\r\n\r\n",
        b"2\r\nabXX0\r\n\r\n", b"2\nab\n0\n\n", b"2\rab\r0\r\r", b"f" * 16 + b"\r\nab\r\n",
        b"f" * 17 + b"\r\nab\r\n",
        b"1" + b"0" * 16 + b"\r\nab\r\n", b"2\r\nab", b"2\r\nab\r\n", b"2\r\nab\r\n0\r\nX Y: 1\r\n\r\n",
        b"2\r\nab\r\n0\r\nno colon\r\n\r\n", b"\x00\r\nab\r\n0\r\n\r\n",
        b"2;\x00=1\r\nab\r\n0\r\n\r\n", b"\r\n\r\n",
        b"2" * 70_000 + b"\r\nab\r\n", b"2;" + b"a" * 70_000 + b"\r\nab\r\n0\r\n\r\n",
        b"2\r\nab\r\n0\r\n" + b"X-A: 1\r\n" * 20_000 + b"\r\n",
    )  # fmt: skip
    return named("chunk", odd, lambda body: post(JSON, CHUNKED, body=body)) | {
        "chunks past the limit": post(JSON, CHUNKED, body=(b"10000\r\n" + b"a" * 65_536 + b"\r\n") * 70),
        "a million chunks of one byte": post(JSON, CHUNKED, body=b"1\r\n[\r\n" * 1_000_000 + b"0\r\n\r\n"),
    }


def targets() -> dict[str, bytes]:
    odd = (
        b"http://169.254.169.254/latest/meta-data/", b"https://evil.example",
        b"127.0.0.1:80", b"evil.example:443", b"*", b"//evil.example/api/v1/health", b"\\\\evil\\share",
        b"/api/v1/../../etc/passwd", b"/api/v1/%2e%2e/%2e%2e/etc/passwd", b"/%2fapi/v1/health", 
        b"/api/v1/health/", b"/api/v1//health", b"/API/V1/HEALTH", b"/api/v1/health%00",
        b"/api/v1/health%0d%0aX:1",
        b"/api/v1/health%", b"/api/v1/health%2", b"/api/v1/health%zz", b"/api/v1/health%u0041",
        b"/%c0%af%c0%af",
        b"/%ff%fe", b"/api/v1/health;a=b", b"/api/v1/health\\", b"/api/v1/.", b"/.git/config", b"/.env",
        b"/api/v1/health?%00", b"/api/v1/health?a=%zz&b=%", b"/api/v1/health?a", b"/api/v1/health?a=1&a=2",
        b"/api/v1/health?=", b"/api/v1/health?" + b"a&" * 5_000, b"/api/v1/jobs/%F0%9F%92%A9",
        b"/api/v1/jobs/00000000-0000-0000-0000-00000000000g", b"/api/v1/jobs/" + b"0" * 5_000,
        b"/api/v1/jobs?limit=1e400", b"/api/v1/jobs?limit=" + b"9" * 5_000, b"/api/v1/jobs?offset=-1",
        b"/api/v1/jobs?limit=NaN", b"/api/v1/jobs?limit=\xd9\xa5", b"/api/v1/jobs?limit=%D9%A5",
        b"javascript:alert(1)",
        b"file:///etc/passwd",
    )  # fmt: skip
    return named("target", odd, get)


def json_bodies() -> dict[str, bytes]:
    deep = 100_000
    odd = (
        b"", b" ", b"{", b"}", b"null", b"[]", b"1", b'""', b"true", b"{}{}", b"{},", b'{"email":}',
        b"{'email':1}",
        b'{"email":"a","email":"b","password":"x"}', b'{"email":"a@b.co","password":"x","role":"admin"}',
        b'{"email":NaN,"password":"x"}', b'{"email":Infinity}', b'{"email":1e400,"password":"x"}',
        b'{"email":' + b"9" * 5_000 + b',"password":"x"}', b'{"email":-0,"password":0x1}',
        b'{"email":"\x00","password":"x"}', b'{"email":"a\\u0000b","password":"x"}',
        b'{"email":"\\ud800","password":"x"}', b'{"email":"\xff","password":"x"}', b'{"email":"\xc0\xaf"}',
        b'{"email":"\xed\xa0\x80","password":"x"}', b"\xef\xbb\xbf" + LOGIN,
        b"\xff\xfe" + LOGIN.decode().encode("utf-16-le"),
        LOGIN.decode().encode("utf-32"), LOGIN.decode().encode("utf-16-be"),
        b"// comment\n" + LOGIN + b"/* */",
        b"[" * deep, b"[" * deep + b"]" * deep, b'{"a":' * deep + b"1" + b"}" * deep,
        b"[" + b"0," * deep + b"0]", b"{" + b",".join(b'"k%d":0' % n for n in range(50_000)) + b"}",
        b'{"email":"' + b"a" * 1_000_000 + b'","password":"x"}', b'{"email":"a\nb","password":"x"}',
        b'{"email":"a\\x","password":"x"}', b'{"email":["a"],"password":{}}', b'{"email":true,"password":1}',
        b'{"email":null,"password":null}', b"\x1f\x8b" + LOGIN, b"<xml/>", b"email=a&password=b",
        b"--x\r\n\r\n--x--",
    )  # fmt: skip
    return named("json", odd, sent) | {
        "a body over the limit": sent(b'{"email":"' + b"a" * BODY_LIMIT + b'"}'),
        "a body of the limit": sent(json.dumps("a" * (BODY_LIMIT - 2)).encode()),
    }


def encodings() -> dict[str, bytes]:
    bomb = gzip.compress(b'{"email":"' + b"a" * 20_000_000 + b'"}')
    names = (b"gzip", b"deflate", b"br", b"zstd", b"compress", b"identity, gzip", b"x-gzip", b"nonsense")
    bodies = {b"deflate": zlib.compress(LOGIN), b"gzip": gzip.compress(LOGIN)}
    found = {
        f"encoding {name.decode()}": sent(bodies.get(name, bomb), b"Content-Encoding: " + name)
        for name in names
    }
    return found | {
        "a bomb": sent(bomb, b"Content-Encoding: gzip"),
        "a bomb of bombs": sent(gzip.compress(bomb)),
    }


def tolerated() -> dict[str, bytes]:
    """Odd, but with one meaning: the parser reads RTSP's version as HTTP's, an escape as its letter and a
    fragment as nothing, and a form's broken escape stays as it is."""
    targets = (HEALTH + b"#frag?x=1", b"/api%2fv1%2fhealth", b"/%61pi/v1/health")
    bodies = (b"username=%zz&password=%", b"username=%ff&password=x")
    found = named("target", targets, get) | named("form", bodies, form)
    return found | {"RTSP": get(line=b"GET / RTSP/1.0")}


def types() -> dict[str, bytes]:
    odd = (
        b"text/plain", b"text/html", b"application/xml", b"application/x-www-form-urlencoded", b"text/json",
        b"multipart/form-data; boundary=x", b"multipart/mixed", b"application/octet-stream", b"*/*",
        b"json", b"",
        b"application/jsonx", b"application/json2", b"application/x-json\x0b", b"application/msgpack",
        b"image/png",
        b"application/yaml", b"application/jsonlines", b"a" * 5_000, b"text/csv", b"application/grpc",
    )  # fmt: skip
    return named("type", odd, lambda kind: sent(LOGIN, kind=b"Content-Type: " + kind)) | {
        "no type": post(b"Content-Length: %d" % len(LOGIN)),
        "two types": sent(b"\xff", b"Content-Type: text/plain"),
    }


def multipart() -> dict[str, bytes]:
    kind = b"Content-Type: multipart/form-data"
    bounded = kind + b"; boundary=x"

    def part(disposition: bytes, value: bytes = b"v") -> bytes:
        return b"--x\r\nContent-Disposition: " + disposition + b"\r\n\r\n" + value + b"\r\n"

    field = part(b'form-data; name="username"')
    odd = (
        (kind, field + b"--x--\r\n"), (kind + b"; boundary=", field + b"--x--\r\n"),
        (kind + b"; boundary=" + b"a" * 5_000, field), (kind + b'; boundary="x\x00"', field),
        (kind + b"; boundary=y", field + b"--x--\r\n"), (bounded, b""), (bounded, b"--x"), (bounded,
        b"--x--"),
        (bounded, field), (bounded, field + b"--x"), (bounded, b"--x\r\n\r\nv\r\n--x--\r\n"),
        (bounded, b"--x\r\n" + b"A" * 70_000 + b": 1\r\n\r\nv\r\n--x--\r\n"),
        (bounded, b"--x\r\n" + b"A: 1\r\n" * 10_000 + b"\r\nv\r\n--x--\r\n"),
        (bounded, part(b"form-data") + b"--x--\r\n"),
        (bounded, part(b'form-data; name="') + b"--x--\r\n"),
        (bounded, part(b'form-data; name="a\x00"') + b"--x--\r\n"),
        (bounded, part(b'form-data; name="username"; filename="a.txt"') + b"--x--\r\n"),
        (bounded, part(b'form-data; name="username"; filename="../../etc/passwd"') + b"--x--\r\n"),
        (bounded, field * 2 + b"--x--\r\n"), (bounded, field * 10_000 + b"--x--\r\n"),
        (bounded, b"".join(part(b'form-data; name="f%d"' % n) for n in range(10_000)) + b"--x--\r\n"),
        (bounded,
        b"".join(part(b'form-data; name="f%d"; filename="f"' % n) for n in range(5_000)) + b"--x--\r\n"),
        (bounded, part(b'form-data; name="username"', b"a" * 2_000_000) + b"--x--\r\n"),
        (bounded, part(b'attachment; name="username"') + b"--x--\r\n"), (bounded, b"\x00" * 10_000),
        (bounded, field + b"--x--\r\n" + field + b"--x--\r\n"), (bounded, field.replace(b"\r\n",
        b"\n") + b"--x--\n"),
    )  # fmt: skip
    found = {f"multipart {n}": form(body, kind) for n, (kind, body) in enumerate(odd)}
    forms = (
        b"", b"=", b"&", b"username", b"username=a&username=b&password=x", TOKEN + b"&x=1",
        b"username=%00&password=x", b"&".join(b"k%d=1" % n for n in range(10_000)),
        b"username=" + b"a" * 1_000_000 + b"&password=x", TOKEN + b"&grant_type=none", b";".join([TOKEN] * 3),
        b"a" * 1_000_000, b"username[]=a&password[x]=b",
    )  # fmt: skip
    return found | named("form", forms, form)


REFUSED = frozenset({400, 404, 405, 413, 414, 415, 422, 431})
GROUPS: Mapping[str, Group] = {
    "request lines": Group(request_lines(), REFUSED),
    "headers": Group(headers(), REFUSED),
    "framing": Group(framing(), REFUSED),
    "chunks": Group(chunks(), REFUSED),
    "targets": Group(targets(), REFUSED | {401}),
    "JSON": Group(json_bodies(), REFUSED),
    "encodings": Group(encodings(), REFUSED),
    "types": Group(types(), REFUSED),
    "forms": Group(multipart(), REFUSED),
    "tolerated": Group(tolerated(), frozenset({200, 307, 401})),
}
