using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Tests.Connectors;

namespace PersonalDataHub.Hub.Tests.Registers.Packs;

/// <summary>Where a register's sources may lie: real folders with the registers that ship, sources that are there or elsewhere.</summary>
public sealed class TransferTests
{
    private const string Clauses = "transferMechanism: standard-contractual-clauses\n";
    private const string Reason = "transferReason: The service is run there only.\n";

    [Theory]
    [Requirement("S0-35"), Requirement("S1-25"), Requirement("S2-31"), Requirement("S3-36"), Requirement("S4-24"), Requirement("S4-25")]
    [InlineData("telecom", "country: SE\n", null)]
    [InlineData("telecom", "country: US\n", "where the register's notice says that data never goes.")]
    [InlineData("telecom", $"country: US\n{Clauses}{Reason}", "where the register's notice says that data never goes.")]
    [InlineData("wellbeing", "country: US\n", "name the safeguard of the transfer under 'transferMechanism'.")]
    [InlineData("wellbeing", $"country: US\n{Clauses}", null)]
    [InlineData("studio", $"country: US\n{Clauses}", "where data goes only when necessary; say why under 'transferReason'.")]
    [InlineData("studio", $"country: US\n{Clauses}{Reason}", null)]
    [InlineData("social-care", $"country: US\n{Clauses}", "where data goes only when necessary; say why under 'transferReason'.")]
    [InlineData("social-care", $"country: US\n{Clauses}{Reason}", null)]
    [InlineData("sole-trader", $"country: US\n{Clauses}", "where data goes only when necessary; say why under 'transferReason'.")]
    [InlineData("sole-trader", $"country: US\n{Reason}", "name the safeguard of the transfer under 'transferMechanism'.")]
    [InlineData("sole-trader", $"country: US\n{Clauses}{Reason}", null)]
    public void Build_Should_KeepTheSourceOut_When_ItsCountryBreaksTheRegistersRule(string register, string where, string? refusal)
    {
        // arrange
        using var room = new PluginRoom().WithPlugins("healthy");
        room.Write($"{register}/register.yaml", Packs.TextOf(register));
        room.Write($"{register}/newsletter.yaml", $"connector: healthy\nname: Newsletter\n{where}settings: {{ people: [] }}\n");
        room.Write($"{register}/other.yaml", "connector: healthy\nname: Other\ncountry: FI\nsettings: { people: [] }\n");

        // act
        var source = room.Holder.Current.FindSource(register, "newsletter").ShouldNotBeNull();

        // assert
        source.State.ShouldBe(refusal is null ? SourceState.Active : SourceState.Quarantined, source.Reason);
        room.Holder.Current.FindSource(register, "other")!.State.ShouldBe(SourceState.Active);
        room.Holder.Current.FindRegister(register).ShouldNotBeNull();
        if (refusal is not null)
        {
            source.Reason.ShouldStartWith($"{register}/newsletter.yaml:3:10: 'US' is outside the EU and the EEA");
            source.Reason.ShouldEndWith(refusal);
            room.Holder.Current.Mistakes.Select(mistake => mistake.ToString()).ShouldContain(source.Reason);
        }
    }

    // What serves already is cut off, not kept as after other mistakes.
    [Fact]
    [Requirement("S3-36")]
    public void Reload_Should_StopTheSource_When_ItMovesAway()
    {
        // arrange
        using var room = new PluginRoom().WithPlugins("healthy");
        room.Write("telecom/register.yaml", Packs.TextOf("telecom"));
        room.Write("telecom/newsletter.yaml", "connector: healthy\nname: Newsletter\ncountry: FI\nsettings: { people: [] }\n");
        room.Holder.Current.FindSource("telecom", "newsletter")!.State.ShouldBe(SourceState.Active);

        // act
        room.Write("telecom/newsletter.yaml", "connector: healthy\nname: Newsletter\ncountry: US\nsettings: { people: [] }\n");
        room.Holder.Reload();

        // assert
        room.Holder.Current.FindSource("telecom", "newsletter")!.State.ShouldBe(SourceState.Quarantined);
    }
}
