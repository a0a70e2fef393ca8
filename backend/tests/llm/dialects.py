"""How each provider wants to be asked, and how it answers."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

KEY = "sk-planted-7f3a9c"
FRESH, CACHED, OUTPUT = 900, 100, 50


@dataclass(frozen=True)
class Asked:
    """What came over the wire, in words that all of them share."""

    path: str
    headers: Mapping[str, str]
    body: Mapping[str, Any]
    instructions: str
    material: str
    schema: Mapping[str, Any]
    most_tokens: int


@dataclass(frozen=True)
class Dialect:
    name: str
    read: Callable[[str, Mapping[str, str], Mapping[str, Any]], Asked]
    """Fails where the provider would find fault."""
    answer: Callable[[str, str], Mapping[str, Any]]
    """Of a text, and of `whole`, `cut` or `refused`."""
    error: Callable[[int, str], Mapping[str, Any]]


def _read_openai(bound: str) -> Callable[[str, Mapping[str, str], Mapping[str, Any]], Asked]:
    def read(path: str, headers: Mapping[str, str], body: Mapping[str, Any]) -> Asked:
        assert path.endswith("/chat/completions")
        assert headers["authorization"] == f"Bearer {KEY}"
        system, user = body["messages"]
        assert (system["role"], user["role"]) == ("system", "user")
        shape = body["response_format"]
        assert shape["type"] == "json_schema"
        assert shape["json_schema"]["strict"] is True
        assert body["model"]
        assert not body.get("stream")
        schema = shape["json_schema"]["schema"]
        return Asked(path, headers, body, system["content"], user["content"], schema, body[bound])

    return read


def _answer_openai(text: str, ended: str) -> Mapping[str, Any]:
    refused, stop = ended == "refused", "length" if ended == "cut" else "stop"
    message = {"content": None, "refusal": text} if refused else {"content": text}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "m",
        "choices": [{"index": 0, "message": message, "finish_reason": stop}],
        "usage": {
            "prompt_tokens": FRESH + CACHED,
            "completion_tokens": OUTPUT,
            "total_tokens": FRESH + CACHED + OUTPUT,
            "prompt_tokens_details": {"cached_tokens": CACHED},
        },
    }


def _error_openai(status: int, said: str) -> Mapping[str, Any]:
    return {"error": {"message": said, "type": "some_error", "code": str(status)}}


def _read_anthropic(path: str, headers: Mapping[str, str], body: Mapping[str, Any]) -> Asked:
    assert path == "/v1/messages"
    assert headers["authorization"] == f"Bearer {KEY}"
    assert headers["anthropic-version"]
    [user] = body["messages"]
    assert user["role"] == "user"
    shape = body["output_config"]["format"]
    assert shape["type"] == "json_schema"
    return Asked(path, headers, body, body["system"], user["content"], shape["schema"], body["max_tokens"])


def _answer_anthropic(text: str, ended: str) -> Mapping[str, Any]:
    stop = {"whole": "end_turn", "cut": "max_tokens", "refused": "refusal"}[ended]
    return {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "m",
        "content": [{"type": "text", "text": text}],
        "stop_reason": stop,
        "stop_sequence": None,
        "usage": {"input_tokens": FRESH, "cache_read_input_tokens": CACHED, "output_tokens": OUTPUT},
    }


def _error_anthropic(status: int, said: str) -> Mapping[str, Any]:
    return {"type": "error", "error": {"type": "some_error", "message": said}, "request_id": str(status)}


def _read_gemini(path: str, headers: Mapping[str, str], body: Mapping[str, Any]) -> Asked:
    assert path.startswith("/v1/models/")
    assert path.endswith(":generateContent")
    assert headers["x-goog-api-key"] == KEY
    config = body["generationConfig"]
    assert config["responseMimeType"] == "application/json"
    [user] = body["contents"]
    [said] = user["parts"]
    [system] = body["systemInstruction"]["parts"]
    schema, most = config["responseJsonSchema"], config["maxOutputTokens"]
    return Asked(path, headers, body, system["text"], said["text"], schema, most)


def _answer_gemini(text: str, ended: str) -> Mapping[str, Any]:
    usage = {
        "promptTokenCount": FRESH + CACHED,
        "cachedContentTokenCount": CACHED,
        "candidatesTokenCount": OUTPUT - 10,
        "thoughtsTokenCount": 10,
        "totalTokenCount": FRESH + CACHED + OUTPUT,
    }
    if ended == "refused":
        return {"promptFeedback": {"blockReason": "SAFETY"}, "usageMetadata": usage}
    parts = [{"text": "Let me think ...", "thought": True}, {"text": text}]
    candidate = {
        "content": {"role": "model", "parts": parts},
        "finishReason": "MAX_TOKENS" if ended == "cut" else "STOP",
        "index": 0,
    }
    return {"candidates": [candidate], "usageMetadata": usage, "modelVersion": "m"}


def _error_gemini(status: int, said: str) -> Mapping[str, Any]:
    return {"error": {"code": status, "message": said, "status": "SOME_ERROR"}}


OPENAI = Dialect("openai", _read_openai("max_completion_tokens"), _answer_openai, _error_openai)
COMPATIBLE = Dialect("compatible", _read_openai("max_tokens"), _answer_openai, _error_openai)
ANTHROPIC = Dialect("anthropic", _read_anthropic, _answer_anthropic, _error_anthropic)
GEMINI = Dialect("gemini", _read_gemini, _answer_gemini, _error_gemini)
DIALECTS = (OPENAI, COMPATIBLE, ANTHROPIC, GEMINI)


def encoded(body: Mapping[str, Any]) -> bytes:
    return json.dumps(body).encode()
