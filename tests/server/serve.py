"""Serve a tiny random model by the llama.cpp server until the standard input is closed.

python serve.py MODEL.gguf [API_KEY]        prints its address when it is ready
"""

import sys

import xllamacpp

SLOTS, CONTEXT = 2, 14_336


def main() -> None:
    """Start the server on a free port of loopback."""
    wanted = xllamacpp.CommonParams()
    wanted.model.path = sys.argv[1]
    wanted.hostnames = ["127.0.0.1"]
    wanted.port = 0
    wanted.n_parallel = SLOTS
    wanted.n_ctx = CONTEXT * SLOTS
    wanted.n_batch = wanted.n_ubatch = 512
    wanted.cpuparams.n_threads = wanted.cpuparams_batch.n_threads = 1
    wanted.n_threads_http = 2 * SLOTS
    wanted.use_jinja = True
    wanted.ui = False
    wanted.warmup = False
    wanted.verbosity = -1
    wanted.api_keys = sys.argv[2:]
    server = xllamacpp.Server(wanted)
    print(server.listening_address + "/v1", flush=True)
    sys.stdin.read()
    del server


if __name__ == "__main__":
    main()
