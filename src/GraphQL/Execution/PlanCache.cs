using System.Security.Cryptography;
using System.Text;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>The documents of one schema that were found valid, with their plans; the least recently used make room.</summary>
internal sealed class PlanCache(int capacity)
{
    private readonly Dictionary<string, LinkedListNode<(string Key, PreparedDocument Document)>> entries = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, PreparedDocument Document)> byUse = new();
    private readonly Lock gate = new();

    public static string KeyOf(string query) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(query)));

    public PreparedDocument? Find(string key)
    {
        lock (gate)
        {
            if (!entries.TryGetValue(key, out var entry))
            {
                return null;
            }

            byUse.Remove(entry);
            byUse.AddFirst(entry);
            return entry.Value.Document;
        }
    }

    public void Add(string key, PreparedDocument document)
    {
        lock (gate)
        {
            if (entries.ContainsKey(key))
            {
                return;
            }

            entries.Add(key, byUse.AddFirst((key, document)));
            if (entries.Count > capacity)
            {
                entries.Remove(byUse.Last!.Value.Key);
                byUse.RemoveLast();
            }
        }
    }
}
