namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>A person asked for a link that a contradiction or an earlier separation forbids.</summary>
public sealed class LinkForbiddenException(VetoGround ground)
    : InvalidOperationException(ground switch
    {
        VetoGround.IdentityCodesDiffer =>
            "The two identities belong to people with different identity codes. Where the code of one person changed, "
            + "state until when the old one was valid; otherwise they are two people.",
        VetoGround.BirthDatesDiffer => "The two identities belong to people with different birth dates.",
        _ => "A person decided earlier that these identities are not the same person's. Revoke that separation first.",
    })
{
    public VetoGround Ground { get; } = ground;
}
