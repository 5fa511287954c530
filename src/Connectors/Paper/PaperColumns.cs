using PersonalDataHub.Connectors.LogIndex.Settings;

namespace PersonalDataHub.Connectors.Paper;

/// <summary>The index's names for its columns.</summary>
/// <param name="Number">The archive's own number of the folder or document.</param>
/// <param name="Customer">The customer number of the person it is about.</param>
/// <param name="Place">The shelf mark.</param>
/// <param name="Kind">What it is, such as contract or feedback form.</param>
/// <param name="From">The first day that it is about; the column may be missing.</param>
/// <param name="To">The last day that it is about; the column may be missing.</param>
/// <param name="Handled">The day on which it was first handled and put away; the column may be missing.</param>
/// <param name="Restricted">Whether its processing is restricted; the column may be missing.</param>
internal sealed record PaperColumns(
    string Number, string Customer, string Place, string Kind, string From, string To, string Handled, string Restricted)
{
    /// <summary>The columns without which the index tells nothing.</summary>
    public IReadOnlyList<string> Required => [Number, Customer, Place, Kind];

    public static PaperColumns Read(SettingsReader reader)
    {
        var columns = new PaperColumns(
            reader.Text("number", "document_number"),
            reader.Text("customer", "customer_number"),
            reader.Text("place", "place"),
            reader.Text("kind", "kind"),
            reader.Text("from", "first_date"),
            reader.Text("to", "last_date"),
            reader.Text("handled", "handled_on"),
            reader.Text("restricted", "restricted"));
        reader.Finish();
        return columns;
    }
}
