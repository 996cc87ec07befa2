using System.Globalization;

namespace Muster.Server.Local;

/// <summary>A node to start.</summary>
public sealed record LocalNodePlan(string Name, string Roles, int Port)
{
    /// <summary>What it listens on: a name or an address, or 0.0.0.0 for all of the machine's.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>As it is told to listen.</summary>
    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://{Host}:{Port}");
}
