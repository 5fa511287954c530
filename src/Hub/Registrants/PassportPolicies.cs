using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>
/// The policy part of passports: worked out once per version of a register's policy, source, record type and field. A
/// reloaded register or source is another object, so what was worked out for the old one goes with it.
/// </summary>
internal sealed class PassportPolicies
{
    private readonly ConditionalWeakTable<Register, ConditionalWeakTable<Source, OfFields>> registers = [];

    /// <summary>The policies of a source's fields.</summary>
    public OfFields Of(Register register, Source source)
    {
        var sources = registers.GetOrCreateValue(register);
        return sources.TryGetValue(source, out var known) ? known : sources.GetValue(source, one => new OfFields(register, one));
    }

    /// <summary>The policies of one source's fields, by record type and field as the source declares them.</summary>
    internal sealed class OfFields(Register register, Source source)
    {
        private readonly ConcurrentDictionary<(RecordType, RecordField), PassportPolicy> policies = new(SameObjects.Instance);

        /// <summary>The policy of a field.</summary>
        public PassportPolicy Of(RecordType type, RecordField field) =>
            policies.TryGetValue((type, field), out var known) ? known : policies.GetOrAdd((type, field), new PassportPolicy(register, source, type, field));
    }

    // Comparing records by content would look at every field of the type for every value.
    private sealed class SameObjects : IEqualityComparer<(RecordType Type, RecordField Field)>
    {
        public static SameObjects Instance { get; } = new();

        public bool Equals((RecordType Type, RecordField Field) x, (RecordType Type, RecordField Field) y) =>
            ReferenceEquals(x.Type, y.Type) && ReferenceEquals(x.Field, y.Field);

        public int GetHashCode((RecordType Type, RecordField Field) one) =>
            HashCode.Combine(RuntimeHelpers.GetHashCode(one.Type), RuntimeHelpers.GetHashCode(one.Field));
    }
}
