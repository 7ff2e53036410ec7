"""Django's SQLite backend on SQLCipher: the same SQL on an encrypted file."""

from __future__ import annotations

import datetime as dt
import decimal
from collections.abc import Iterable, Mapping
from itertools import tee
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base, features
from django.db.backends.sqlite3._functions import register as register_functions
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from sqlcipher3 import dbapi2

from surcease.web.store.connection import connect
from surcease.web.store.passphrase import key_for

_MOST_VARIABLES = 32_766  # SQLite's own since 3.32; sqlcipher3 has no way to ask

for _name, _read in {
    "bool": b"1".__eq__,
    "date": base.decoder(parse_date),
    "time": base.decoder(parse_time),
    "datetime": base.decoder(parse_datetime),
    "timestamp": base.decoder(parse_datetime),
}.items():
    dbapi2.register_converter(_name, _read)

dbapi2.register_adapter(decimal.Decimal, str)
dbapi2.register_adapter(dt.date, base.adapt_date)
dbapi2.register_adapter(dt.datetime, base.adapt_datetime)


class Cursor(dbapi2.Cursor):  # type: ignore[misc]  # sqlcipher3 has no types
    """SQLCipher's cursor with the placeholders that Django writes."""

    convert_query = base.SQLiteCursorWrapper.convert_query

    def execute(self, query: str, params: Any = None) -> Any:
        if params is None:
            return super().execute(query)
        return super().execute(self._converted(query, params), params)

    def executemany(self, query: str, param_list: Iterable[Any]) -> Any:
        first, every = tee(iter(param_list))
        return super().executemany(self._converted(query, next(first, None)), every)

    def _converted(self, query: str, params: Any) -> Any:
        names = list(params) if isinstance(params, Mapping) else None
        return self.convert_query(query, param_names=names)


class DatabaseFeatures(features.DatabaseFeatures):
    max_query_params = _MOST_VARIABLES


class DatabaseWrapper(base.DatabaseWrapper):
    Database = dbapi2
    features_class = DatabaseFeatures
    init_commands: list[str]

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        name = str(conn_params.pop("database"))
        connection = connect(name, key_for(Path(name)), **conn_params)
        register_functions(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA legacy_alter_table = OFF")
        for command in filter(None, map(str.strip, self.init_commands)):
            connection.execute(command)
        return connection

    def create_cursor(self, name: str | None = None) -> Any:  # noqa: ARG002  Django's signature
        return self.connection.cursor(factory=Cursor)
