# syntax=docker/dockerfile:1
FROM python:3.13-slim AS build
WORKDIR /srv/jobwise
COPY pyproject.toml README.md ./
COPY locks locks
RUN python -m venv .venv \
    && .venv/bin/python -m pip install --quiet --require-hashes -r locks/uv.txt \
    && .venv/bin/uv pip sync --quiet --python .venv/bin/python --require-hashes locks/runtime.txt
COPY backend backend
RUN .venv/bin/uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable . \
    && rm -rf backend/tests

FROM python:3.13-slim
RUN useradd --system --uid 10001 --home-dir /srv/jobwise jobwise \
    && install -d -o jobwise -g jobwise /var/lib/jobwise
COPY --from=build /srv/jobwise /srv/jobwise
WORKDIR /srv/jobwise
ENV PATH=/srv/jobwise/.venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    JOBWISE_ENVIRONMENT=production \
    JOBWISE_DATA_DIR=/var/lib/jobwise \
    JOBWISE_HOST=0.0.0.0 \
    JOBWISE_LOG_JSON=true
VOLUME /var/lib/jobwise
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=15s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/health', timeout=2)"]
ENTRYPOINT ["jobwise"]
CMD ["serve"]
