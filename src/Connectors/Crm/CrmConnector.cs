using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql;

namespace PersonalDataHub.Connectors.Crm;

/// <summary>Reads and changes a customer relationship database, on SQLite or PostgreSQL.</summary>
public sealed class CrmConnector(SourceSettings settings, TimeProvider time) : SqlConnector(settings, CrmMeaning.Value, time);
