using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Requests;

/// <summary>
/// Seals what a request keeps of its person (identities at the sources, record keys, values before and after) under a
/// key of the request's own: destroying that key ends all of it at once.
/// </summary>
internal sealed class RequestVault(PersonKeys keys)
{
    // A request is one row; its tasks and their items are many, so their places name them.
    private const string RequestPlace = "request";

    /// <summary>Makes the key of a new request, which must be saved already so that it has its number.</summary>
    public PersonKey Create(HubDbContext db, RequestRow request)
    {
        var key = keys.Create(request.Id);
        db.RequestKeys.Add(new RequestKeyRow { RequestKey = request.Key, Wrapped = keys.Wrap(key) });
        return key;
    }

    /// <summary>The key of a request; null when it was destroyed.</summary>
    public async Task<PersonKey?> OpenAsync(HubDbContext db, RequestRow request, CancellationToken cancellationToken)
    {
        var row = await db.RequestKeys.AsNoTracking()
            .SingleOrDefaultAsync(row => row.RequestKey == request.Key, cancellationToken).ConfigureAwait(false);
        return row is null ? null : keys.Unwrap(request.Id, row.Wrapped);
    }

    /// <summary>Destroys the key of a request: what was sealed under it can never be read again.</summary>
    public static Task DestroyAsync(HubDbContext db, long requestKey, CancellationToken cancellationToken)
    {
        db.HasDestroyed = true;
        return db.RequestKeys.Where(row => row.RequestKey == requestKey).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Seals what a request asks and what is told about it.</summary>
    public static void Seal(PersonKey key, RequestRow request, RequestContent content, RequestCase about)
    {
        request.Content = Seal(key, RequestRow.ContentField, RequestPlace, content, RequestJson.Default.RequestContent);
        request.Case = Seal(key, RequestRow.CaseField, RequestPlace, about, RequestJson.Default.RequestCase);
    }

    /// <summary>What the request asks.</summary>
    public static RequestContent? ContentOf(PersonKey key, RequestRow request) =>
        Open(key, RequestRow.ContentField, RequestPlace, request.Content, RequestJson.Default.RequestContent);

    /// <summary>What is told about the request.</summary>
    public static RequestCase? CaseOf(PersonKey key, RequestRow request) =>
        Open(key, RequestRow.CaseField, RequestPlace, request.Case, RequestJson.Default.RequestCase);

    /// <param name="key">The request's key.</param>
    /// <param name="field">Table and column.</param>
    /// <param name="place">What tells the row from others of the same request: task id and ordinal.</param>
    /// <param name="value">What is sealed.</param>
    /// <param name="type">How it is written.</param>
    public static byte[] Seal<T>(PersonKey key, string field, string place, T value, JsonTypeInfo<T> type) =>
        FieldCipher.Encrypt(key, $"{field}/{place}", JsonSerializer.Serialize(value, type));

    /// <inheritdoc cref="Seal"/>
    /// <exception cref="CiphertextRefusedException">It was sealed under another key or at another place.</exception>
    public static T? Open<T>(PersonKey key, string field, string place, byte[]? box, JsonTypeInfo<T> type) =>
        box is null ? default : JsonSerializer.Deserialize(FieldCipher.Decrypt(key, $"{field}/{place}", box), type);
}
