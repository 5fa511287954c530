using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Yaml;

namespace PersonalDataHub.Hub.Tests.Marketing;

/// <summary>A small register whose notice says something of everything that data may be given and used for.</summary>
internal static class SharingPack
{
    /// <summary>Its file.</summary>
    public const string Text = """
        id: shop
        name: { fi: Asiakasrekisteri, en: Customer register }
        controller: { name: Shop Oy }
        primarySource: crm
        notices:
          - { id: first, from: 2018-05-25, title: First }
        statements:
          - { id: grounds, heading: recipients, text: { fi: Vain perusteilla, en: On grounds only } }
          - { id: partners, heading: recipients, text: { fi: Kumppanit, en: Partners } }
        bases:
          - { id: contract, kind: contract, name: Contract }
          - { id: consent, kind: consent, name: Consent }
          - { id: interest, kind: legitimate-interest, name: Interest, interest: { fi: Markkinointi, en: Marketing } }
        categories:
          - { id: contact, name: Contact }
          - { id: web, name: Web }
        purposes:
          - { id: service, name: Service, categories: all, bases: [contract] }
          - { id: rights, name: Rights, nature: rights, categories: all, bases: [contract], restrictedUse: rights }
          - { id: invoicing, name: Invoicing, nature: invoicing, categories: all, bases: [contract] }
          - { id: direct-advertising, name: Direct advertising, nature: direct-marketing, default: opt-in, categories: [contact], bases: [interest] }
          - { id: distance-selling, name: Distance selling, nature: distance-selling, default: opt-out, categories: [contact], bases: [interest] }
          - { id: direct-marketing, name: Direct marketing, nature: direct-marketing, default: opt-out, categories: [contact], bases: [interest] }
          - { id: market-research, name: Market research, nature: market-research, default: opt-out, categories: [contact], bases: [interest] }
          - { id: opinion-research, name: Opinion research, nature: opinion-research, default: opt-out, categories: [contact], bases: [interest] }
          - { id: ad-targeting, name: Ad targeting, nature: ad-targeting, default: opt-out, categories: [contact], bases: [interest] }
          - { id: newsletter, name: Newsletter, nature: direct-marketing, default: opt-in, categories: [contact], bases: [consent] }
          - { id: events, name: Events, nature: direct-marketing, categories: [contact], bases: [consent, contract] }
          - { id: publication, name: Publication, nature: publication, default: off, categories: [contact], bases: [interest] }
          - { id: profiling, name: Profiling, nature: profiling, default: opt-out, categories: [contact], bases: [interest] }
        disclosureGrounds:
          - { id: contract, kind: contract, name: Contract, statements: [grounds] }
          - { id: consent, kind: consent, name: Consent, statements: [grounds] }
          - { id: statute, kind: statute, name: Statute, statements: [grounds] }
          - { id: credit, kind: credit-application, name: Credit application, statements: [grounds] }
          - { id: takeover, kind: transfer-of-business, name: Transfer of business, statements: [grounds] }
          - { id: matching, kind: matching-task, name: Matching task, statements: [grounds] }
        recipients:
          - { id: own-web, kind: own-register, name: Own web register, purposes: [ad-targeting], fields: [account.number] }
          - { id: host, kind: processor, name: Host, agreement: { reference: C-1, signedOn: 2020-01-02 }, interface: api, purposes: [service], fields: [account.number, account.phone], statements: [partners] }
          - { id: no-contract, kind: processor, name: Host without contract, interface: api, purposes: [service], fields: [account] }
          - { id: no-interface, kind: processor, name: Host without interface, agreement: { reference: C-2, signedOn: 2020-01-02 }, purposes: [service], fields: [account] }
          - { id: no-purpose, kind: processor, name: Host without purpose, agreement: { reference: C-3, signedOn: 2020-01-02 }, interface: api, fields: [account] }
          - { id: no-subset, kind: processor, name: Host without subset, agreement: { reference: C-4, signedOn: 2020-01-02 }, interface: api, purposes: [service] }
          - { id: creditor, kind: controller, name: Creditor, grounds: [credit], fields: [account.number, account.name, account.credit] }
          - { id: partner, kind: controller, name: Partner, grounds: [contract, consent], categories: [contact] }
          - { id: helper, kind: controller, name: Helper, task: { fi: Kuljetus, en: Transport }, grounds: [matching], categories: [contact] }
          - { id: taskless, kind: controller, name: Helper without task, grounds: [matching], categories: [contact] }
          - { id: ads, kind: controller, name: Advertisers, grounds: [contract], purposes: [ad-targeting], categories: [contact], granularity: segment }
          - { id: police, kind: authority, name: Police, grounds: [statute] }
          - { id: buyer, kind: successor, name: Buyer, grounds: [takeover] }
        transfers: { mode: never, statements: [grounds] }
        profiling: { declared: true, purposes: [profiling], identifier: customerNumber, comparison: true }
        marketing:
          channels:
            - { id: email, name: E-mail, regime: opt-in }
            - { id: sms, name: SMS, regime: opt-in }
            - { id: phone, name: Telephone, regime: opt-out }
            - { id: post, name: Post, regime: opt-out }
          purposes: [direct-advertising, distance-selling, direct-marketing, market-research, opinion-research, newsletter, events, publication]
          serviceMessages: service
          publication: publication
          intake: [service-point, email, contact-person]
          statements: [partners]

        """;

    /// <summary>The register it makes, with one part written otherwise.</summary>
    public static Register Read(string from = "", string to = "")
    {
        using var folder = new TemporaryDirectory();
        Directory.CreateDirectory(folder.File("shop"));
        if (from.Length > 0)
        {
            Text.ShouldContain(from);
        }

        File.WriteAllText(folder.File("shop", "register.yaml"), from.Length > 0 ? Text.Replace(from, to, StringComparison.Ordinal) : Text);
        var mistakes = new MistakeList("shop/register.yaml");
        var register = new RegisterReader(_ => null).Read(folder.File("shop"), ["crm"], mistakes);
        mistakes.Found.ShouldBeEmpty();
        return register.ShouldNotBeNull();
    }
}
