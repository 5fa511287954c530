using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql;

namespace PersonalDataHub.Connectors.Billing;

/// <summary>Reads and changes a billing database, on SQLite or PostgreSQL.</summary>
public sealed class BillingConnector(SourceSettings settings, TimeProvider time) : SqlConnector(settings, BillingMeaning.For(settings), time);
