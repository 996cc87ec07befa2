namespace Muster.Storage.BuiltIn;

/// <summary>What the built-in PostgreSQL needs to know; read once, at the start.</summary>
public sealed record BuiltInPostgresSettings
{
    /// <summary>Muster's data directory; the cluster is its folder <c>postgres</c>.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>
    /// Who runs PostgreSQL when Muster runs as root, which PostgreSQL refuses. Without it, the owner of an existing
    /// cluster, else the first that exists of muster, postgres and nobody.
    /// </summary>
    public string? RunAsUser { get; init; }

    /// <summary>Size of the file that is given up so that a full disk can be started on; 0 makes none.</summary>
    public int BallastMegabytes { get; init; } = 64;

    /// <summary>Less free space than this is an alarm.</summary>
    public int LowSpaceMegabytes { get; init; } = 512;

    /// <summary>False trades the data's survival of a power cut for speed: for tests only.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Where PostgreSQL's programs are looked for.</summary>
    internal ProgramPlaces Places { get; init; } = ProgramPlaces.OfThisMachine();
}
