using System.Reflection;
using Muster.Server.Options;
using Muster.Server.Roles;

namespace Muster.Server.Host;

/// <summary>What this process is: fixed from its start.</summary>
public sealed record NodeInfo(string Name, IReadOnlyList<Role> Roles, DateTimeOffset StartedAt, string DatabaseKind)
{
    /// <summary>The program's version: "0.1.0+5119669".</summary>
    public static string Build { get; } =
        typeof(NodeInfo).Assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?";

    public static string NameOf(ServerOptions options) =>
        options.Node is { Length: > 0 } name ? name : Environment.MachineName;
}
