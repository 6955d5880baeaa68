"""Statements that are asked again and again: compiled once, then handed to the driver as they are.

SQLAlchemy looks up, prepares and wraps every execution anew. For the small statements of a page
that takes several times as long as the database needs. Here it compiles, and its types turn values;
the rest is left out.
"""

from collections import namedtuple
from collections.abc import Callable, Sequence
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Dialect, Executable
from sqlalchemy.exc import DBAPIError, MultipleResultsFound
from sqlalchemy.orm import Session

Turn = Callable[[Any], Any]
Values = dict[str, Any]
Shape = tuple[Any, ...]


class Found(list[Any]):
    """The rows that a statement has found, all of them fetched. A row has places and names.

    ``changed`` is how many rows the statement has written.
    """

    changed = 0

    def all(self) -> "Found":
        """Itself."""
        return self

    def first(self) -> Any:
        """The first row, or None."""
        return self[0] if self else None

    def one_or_none(self) -> Any:
        """The only row, or None. Raises ``MultipleResultsFound``."""
        if len(self) > 1:
            raise MultipleResultsFound
        return self[0] if self else None


class Ready:
    """A statement in the words of one database, with what its types do to values on the way."""

    def __init__(self, statement: Any, dialect: Dialect, first: Values) -> None:
        """Made for the first values: later ones have the same names, and lists as long."""
        compiled: Any = statement.compile(dialect=dialect, column_keys=list(first))
        words = compiled.construct_expanded_state(first)
        self.text: str = words.statement
        # Nothing is left to do each time, as for the defaults of columns.
        self.whole = not (compiled.literal_execute_params or compiled.prefetch)
        of_name = {name: parameter for parameter, name in compiled.bind_names.items()}
        lists = words.parameter_expansion
        bound = {name: _Bound(one, dialect) for name, one in of_name.items() if name not in lists}
        for name, members in lists.items():
            for place, member in enumerate(members):
                bound[member] = _Bound(of_name[name], dialect, place)
        self.names: list[str] | None = None if compiled.positional else list(bound)
        inorder = [bound[name] for name in words.positiontup or bound]
        self.fixed = [one.fixed for one in inorder]
        self.asked = [(place, one) for place, one in enumerate(inorder) if one.required]
        columns = list(getattr(statement, "selected_columns", ()))
        self.row = _row([column.key for column in columns]) if columns else None
        turns = [_turn(column.type, "result_processor", dialect, None) for column in columns]
        self.turns = [(place, turn) for place, turn in enumerate(turns) if turn is not None]

    def values(self, given: Values) -> Any:
        """What the driver takes, from the values of the bound parameters. Raises ``KeyError``."""
        values = self.fixed.copy()
        for place, one in self.asked:
            values[place] = one.value(given)
        return values if self.names is None else dict(zip(self.names, values, strict=True))

    def found(self, cursor: Any) -> Found:
        """The rows of the driver, with values of our own types, or how many it has written."""
        if self.row is None:
            found = Found()
            found.changed = cursor.rowcount
            return found
        rows = cursor.fetchall()
        return Found(map(self.row, map(self._turned, rows) if self.turns else rows))

    def _turned(self, row: Sequence[Any]) -> Sequence[Any]:
        values = list(row)
        for place, turn in self.turns:
            values[place] = turn(values[place])
        return values


class _Bound:
    def __init__(self, parameter: Any, dialect: Dialect, place: int | None = None) -> None:
        self.key: str = parameter.key
        self.place = place  # in a list of values
        self.turn = _turn(parameter.type, "bind_processor", dialect)
        # What stands in the statement itself is the same each time.
        own = None if parameter.required else parameter.effective_value
        self.required = own is None
        self.fixed = None if own is None else self._turned(own)

    def value(self, given: Values) -> Any:
        return self._turned(given[self.key])

    def _turned(self, value: Any) -> Any:
        one = value if self.place is None else value[self.place]
        return one if self.turn is None else self.turn(one)


def _turn(of_type: Any, way: str, dialect: Dialect, *more: Any) -> Turn | None:
    found: Turn | None = getattr(of_type.dialect_impl(dialect), way)(dialect, *more)
    return found


def _row(names: list[str]) -> Turn:
    """What makes a row of values. A name that comes twice has only its places."""
    made: Any = namedtuple("Row", names, rename=True)  # type: ignore[misc]
    turn: Turn = made._make
    return turn


# Each as long as its statement lives, which for most is as long as the process.
_READY: WeakKeyDictionary[Executable, dict[Shape, Ready]] = WeakKeyDictionary()


def execute(session: Session, statement: Executable, values: Values) -> Found:
    """What the statement finds, given the values of its bound parameters. Raises ``DBAPIError``."""
    connection = _connection(session)
    ready = _ready(statement, connection.dialect, values)
    if not ready.whole:
        result = connection.execute(statement, values)
        found = Found(result.all() if result.returns_rows else ())
        found.changed = result.rowcount
        return found
    return _found(connection, ready, ready.values(values))


def _found(connection: Connection, ready: Ready, values: Any) -> Found:
    driver: Any = connection.connection.dbapi_connection
    for told in connection.engine.dispatch.before_cursor_execute:
        told(connection, None, ready.text, values, None, False)
    errors = connection.dialect.loaded_dbapi.Error
    try:
        return ready.found(driver.execute(ready.text, values))
    except errors as error:
        raise DBAPIError.instance(ready.text, values, error, errors) from error


def _ready(statement: Executable, dialect: Dialect, values: Values) -> Ready:
    kept = _READY.get(statement)
    if kept is None:
        kept = _READY[statement] = {}
    # An insert has the columns that are given, and a list as many marks as values.
    shape = (dialect.name, *values, *(len(one) for one in values.values() if type(one) is list))
    found = kept.get(shape)
    if found is None:
        found = kept[shape] = Ready(statement, dialect, values)
    return found


def _connection(session: Session) -> Connection:
    """The connection of the running transaction, without asking the session for it each time."""
    own: Connection | None = getattr(session, "connected", None)
    if own is not None:
        return own
    kept = session.info.get("connection")
    if kept is not None and kept[0] is session.get_transaction():
        found: Connection = kept[1]
        return found
    connection = session.connection()
    session.info["connection"] = (session.get_transaction(), connection)
    return connection
