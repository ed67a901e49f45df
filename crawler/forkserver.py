"""The first module of the process that starts the workers: a signal that stops a run is sent to all around it, for the run alone to obey."""

import signal

signal.signal(signal.SIGTERM, signal.SIG_IGN)
signal.signal(signal.SIGINT, signal.SIG_IGN)
