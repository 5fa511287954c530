using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql;
using PersonalDataHub.Connectors.Sql.Mapping;

namespace PersonalDataHub.Connectors.Database;

/// <summary>Reads and changes any database, on SQLite or PostgreSQL, whose record types its settings declare.</summary>
public sealed class DatabaseConnector(SourceSettings settings, TimeProvider time) : SqlConnector(settings, SqlMeaning.Open, time);
