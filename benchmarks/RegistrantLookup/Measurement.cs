namespace PersonalDataHub.RegistrantLookup;

/// <summary>How long the answers to one question took, from a small hub and from a large one, in milliseconds.</summary>
internal sealed class Measurement(Question question)
{
    public Question Question { get; } = question;

    public List<double> Small { get; } = [];

    public List<double> Large { get; } = [];

    /// <summary>How many answers of both were inconclusive or did not find the person.</summary>
    public int Incomplete { get; set; }

    /// <summary>The value below which the share of the times lies.</summary>
    public static double Percentile(List<double> times, double share) => times.Order().ElementAt((int)Math.Ceiling(times.Count * share) - 1);

    /// <summary>How many times longer the large hub took.</summary>
    public double Ratio(double share) => Percentile(Large, share) / Percentile(Small, share);
}
