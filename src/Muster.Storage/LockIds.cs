namespace Muster.Storage;

/// <summary>
/// Every PostgreSQL advisory lock that Muster takes. The high half, "MUST", keeps clear of other programs.
/// </summary>
internal static class LockIds
{
    private const long Muster = 0x4D55_5354L << 32;

    /// <summary>Held by the one process that migrates the schema.</summary>
    public const long Migration = Muster + 1;

    /// <summary>Held by the one transaction that writes items of the organization, until it ends.</summary>
    public const long Organization = Muster + 2;

    /// <summary>Held by the one transaction that writes to the directory.</summary>
    public const long Directory = Muster + 3;

    /// <summary>Held by the one transaction that writes adherence rules.</summary>
    public const long AdherenceRules = Muster + 5;

    /// <summary>
    /// The class of the locks by which the loss of a lease's holder is noticed: "MUS", 1; the second half is the hash
    /// of the lease's name. Locks of two halves are a space of their own.
    /// </summary>
    public const int LeaseClass = 0x4D55_5301;
}
