namespace PersonalDataHub.DemoSources;

/// <summary>The part of a person that dice are thrown for.</summary>
internal enum DiceAspect : byte
{
    Person,
    Crm,
    Billing,
    Calls,
    Visits,
    Cases,
    Traffic,
    Mail,
}
