using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PersonalDataHub.Hub.Persistence;

/// <summary>A compiled query of the hot path, kept per database: one that was compiled for SQLite does not run on PostgreSQL.</summary>
/// <param name="compile">Compiles it, at its first use.</param>
internal sealed class KeptQuery<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> perModel = [];

    /// <summary>The query for the database of a context.</summary>
    public TQuery For(HubDbContext db) =>
        perModel.TryGetValue(db.Model, out var query) ? query : perModel.GetValue(db.Model, _ => compile());
}
