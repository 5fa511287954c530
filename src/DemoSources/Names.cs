using System.Text;

namespace PersonalDataHub.DemoSources;

/// <summary>Names put together from parts: family names of two nature words, streets and companies that are examples.</summary>
internal static class Names
{
    private static readonly string[] Given =
    [
        "Aada", "Ahti", "Aino", "Alvi", "Armas", "Eero", "Eino", "Elli", "Elsi", "Ensio", "Helka", "Helmi", "Hilja",
        "Ilma", "Ilmari", "Impi", "Inkeri", "Kaino", "Kauko", "Kerttu", "Lahja", "Lempi", "Lyyti", "Mielikki", "Nuutti",
        "Oiva", "Onni", "Orvokki", "Otso", "Pihla", "Rauha", "Reino", "Saimi", "Sulo", "Taimi", "Tapio", "Toivo",
        "Tuisku", "Tyyne", "Unto", "Urho", "Vaula", "Veikko", "Vieno", "Viljo", "Väinö", "Ylermi", "Yrjö",
    ];

    private static readonly string[] Front =
    [
        "Halla", "Hauta", "Helo", "Hiisi", "Huura", "Hytti", "Jänkä", "Kaarna", "Kaste", "Kuura", "Kytö", "Lumme",
        "Loimu", "Naava", "Noki", "Näre", "Okra", "Paatsama", "Pihka", "Pouta", "Pälvi", "Raita", "Routa", "Ruska",
        "Sarastus", "Siima", "Sintti", "Sula", "Tuohi", "Tyrsky", "Usva", "Utu", "Vaahto", "Viima", "Virna", "Visa",
    ];

    private static readonly string[] Back =
    [
        "aitta", "haara", "harju", "hovi", "joutsen", "kallio", "kanava", "kivi", "kontu", "korpi", "kumpu", "lahti",
        "laita", "lammi", "latva", "luoto", "mäki", "niitty", "notko", "oja", "parta", "pelto", "piha", "ranta",
        "rinne", "saari", "salo", "selkä", "sydän", "vaara", "vainio", "virta",
    ];

    private static readonly string[] Streets =
    [
        "Esimerkkitie", "Harjoituskuja", "Kokeilukatu", "Koetuspolku", "Mallikatu", "Mallitie", "Näytekuja",
        "Näytetie", "Oletuskatu", "Otospolku", "Testikuja", "Vertauskatu",
    ];

    private static readonly (string PostCode, string City)[] Cities =
    [
        ("00100", "HELSINKI"), ("02100", "ESPOO"), ("15100", "LAHTI"), ("20100", "TURKU"), ("33100", "TAMPERE"),
        ("40100", "JYVÄSKYLÄ"), ("65100", "VAASA"), ("70100", "KUOPIO"), ("80100", "JOENSUU"), ("90100", "OULU"),
        ("96100", "ROVANIEMI"), ("99870", "INARI"),
    ];

    // Domains that RFC 2606 sets aside for examples.
    private static readonly string[] Domains = ["example.org", "example.com", "example.net"];

    public static string GivenName(SeededDice dice) => dice.Pick(Given);

    public static string FamilyName(SeededDice dice) => dice.Pick(Front) + dice.Pick(Back);

    public static (string Street, string PostCode, string City) Address(SeededDice dice)
    {
        var (postCode, city) = dice.Pick(Cities);
        var stair = (char)('A' + dice.Below(6));
        return ($"{dice.Pick(Streets)} {dice.Between(1, 98)} {stair} {dice.Between(1, 60)}", postCode, city);
    }

    /// <summary>An address that holds the person's number, so that no two people get the same.</summary>
    public static string Email(string given, string family, int number, SeededDice dice) =>
        $"{Ascii(given)}.{Ascii(family)}.{number}@{dice.Pick(Domains)}";

    public static string Company(int number) => $"Esimerkkiyhtiö {number} Oy";

    private static string Ascii(string name)
    {
        var letters = name.ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetter);
        return string.Concat(letters);
    }
}
