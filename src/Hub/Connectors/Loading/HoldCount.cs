namespace PersonalDataHub.Hub.Connectors.Loading;

/// <summary>Counts who needs something. Begins at one, for whoever made it; once at zero it stays there.</summary>
internal sealed class HoldCount
{
    private int count = 1;

    /// <summary>Adds a hold; false when the last one is gone already.</summary>
    public bool TryAdd()
    {
        while (Volatile.Read(ref count) is > 0 and var seen)
        {
            if (Interlocked.CompareExchange(ref count, seen + 1, seen) == seen)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes a hold away; true when it was the last one.</summary>
    public bool Remove() => Interlocked.Decrement(ref count) == 0;
}
