# One image for the bot and for the Chroma server beside it (compose.yaml). How to run it: docs/deployment.md.
# `python -m campaigns.image.rehearse` carries out every line of this file without a container engine.
ARG PYTHON=3.11.15-slim-bookworm

FROM python:${PYTHON} AS packages
COPY requirements.lock /build/
# Into an environment without a pip of its own, so that none is left in the image. Bytecode is compiled here:
# nothing can be written where the bot runs, and without it each start would take seconds longer.
RUN python -m venv --without-pip /opt/footnote \
    && python -m pip --python /opt/footnote/bin/python install --no-cache-dir --disable-pip-version-check \
        --require-hashes --no-deps --only-binary :all: --compile --requirement /build/requirements.lock
# Of OpenVINO stay the processor's plugin and the reader of the model's format.
WORKDIR /opt/footnote/lib/python3.11/site-packages/openvino
RUN rm -r include libs/cache.json libs/libopenvino_intel_gpu_plugin.so libs/libopenvino_intel_npu_plugin.so \
        libs/libopenvino_gguf_frontend.* libs/libopenvino_jax_frontend.* libs/libopenvino_paddle_frontend.* \
        libs/libopenvino_pytorch_frontend.* libs/libopenvino_tensorflow_frontend.* \
        libs/libopenvino_tensorflow_lite_frontend.*

FROM python:${PYTHON}
# Fixed ids, so that folders of the host can be given to them. The base image's pip goes, too.
RUN groupadd --gid 10001 footnote \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin footnote \
    && install --directory --owner=footnote --group=footnote /data /articles \
    && python -m pip uninstall --yes --quiet --root-user-action=ignore setuptools wheel pip
COPY --from=packages /opt/footnote /opt/footnote
WORKDIR /app
COPY deploy/healthcheck.py /app/deploy/
COPY --chown=footnote:footnote articles /articles
COPY index /app/index
COPY bot /app/bot
ENV PATH=/opt/footnote/bin:/usr/local/bin:/usr/bin:/bin \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    ANONYMIZED_TELEMETRY=False \
    ARTICLES_DIR=/articles \
    DATA_DIR=/data \
    HTTP_PORT=9464
RUN python -m compileall -q bot index
# Numbers, not names: a cluster that refuses root can see that this is not root.
USER 10001:10001
# The only place that the bot writes to, besides /tmp and what /articles add brings in.
VOLUME ["/data"]
HEALTHCHECK --interval=30s --timeout=5s --start-period=10m --retries=3 CMD ["python", "deploy/healthcheck.py"]
STOPSIGNAL SIGTERM
CMD ["python", "-m", "bot", "run"]
