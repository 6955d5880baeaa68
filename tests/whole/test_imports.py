"""The house keeps its shape: who may import whom is written in pyproject.toml."""

from importlinter.cli import lint_imports


def test_imports_follow_the_contracts(capsys):
    failed = lint_imports()

    assert not failed, capsys.readouterr().out
