using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PersonalDataHub.Hub.Persistence;

/// <summary>Stores a moment as the 100-nanosecond ticks of its UTC time.</summary>
internal sealed class InstantAsTicks()
    : ValueConverter<DateTimeOffset, long>(
        instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
