"""How fast, how light and how safe the application is: figures, never tests.

``python -m tests.bench`` measures everything in one run on this machine. Speed is a ratio to a bare
Flask app that is measured in turns with ours, so that a slow or busy machine slows down both.

``people`` fills the databases, ``servers`` starts both apps in the same way, ``client`` loads them
from a process of its own, ``speed``, ``statements``, ``phone`` and ``safety`` measure, ``report``
prints.
"""
