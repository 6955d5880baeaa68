"""Instruments: every survey and rating as one frozen definition.

An instrument is a file, ``catalogue/<ID>-<version>.toml``. ``definitions`` says what it holds,
``load`` reads it strictly, ``frozen`` sees to it that a published version never changes,
``wording`` gives the words in a language and ``rules`` count answers.

To change a text or a scale: copy the file to the next version, change the copy, and put its hash in
``catalogue/frozen.toml`` (``frozen.verify`` prints the line). Answers keep the version they were
given to, so a new text starts a new series.
"""
