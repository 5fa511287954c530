namespace PersonalDataHub.Hub.Marketing;

/// <summary>What a permission or prohibition is about: the controller's own use, or giving data to others.</summary>
public enum PermissionUse
{
    /// <summary>The controller's own use.</summary>
    Processing,

    /// <summary>Giving data to others.</summary>
    Disclosure,
}
