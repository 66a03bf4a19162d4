"""The one `MetaData` all features hang their tables on."""

from sqlalchemy import BigInteger, Integer, MetaData

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# Tables add `sqlite_autoincrement`: an id is never used again, clients keep them.
# SQLite makes a row id of INTEGER PRIMARY KEY only.
Id = BigInteger().with_variant(Integer, "sqlite")
