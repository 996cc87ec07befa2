using System.Text.Json;
using System.Text.Json.Serialization;
using Muster.Server.Api.Json;

namespace Muster.Server.Local;

/// <summary>What is known of a local cluster, for the commands that look at it or try something on it.</summary>
public sealed record LocalClusterFile(int OwnerId, string Connection, IReadOnlyList<LocalNode> Nodes)
{
    private const string Name = "cluster.json";

    /// <summary>Whether the process that started the nodes looks after them still.</summary>
    [JsonIgnore]
    public bool IsOwned => LocalProcess.StateOf(OwnerId) != LocalNodeState.Gone;

    /// <returns>Null when there is none.</returns>
    public static LocalClusterFile? Find(string directory)
    {
        var path = Path.Combine(directory, Name);
        return File.Exists(path)
            ? JsonSerializer.Deserialize<LocalClusterFile>(File.ReadAllText(path), ApiJson.Options)
            : null;
    }

    /// <exception cref="StartRefusedException">No local cluster runs there.</exception>
    public static LocalClusterFile Read(string directory) => Find(directory) ?? throw new StartRefusedException(
        $"No local cluster runs in {directory}.", "Maybe start one: muster cluster up.");

    /// <summary>
    /// Written aside and moved into place: whoever reads it sees all of it. It holds the connection, so from its first
    /// moment on it is for its owner alone.
    /// </summary>
    public void Write(string directory)
    {
        var aside = Path.Combine(directory, Name + ".new");
        File.Delete(aside);
        using (var file = new FileStream(aside, ForOwner()))
        {
            JsonSerializer.Serialize(file, this, ApiJson.Options);
        }

        File.Move(aside, Path.Combine(directory, Name), overwrite: true);
    }

    private static FileStreamOptions ForOwner()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    public static void Remove(string directory) => File.Delete(Path.Combine(directory, Name));

    /// <exception cref="StartRefusedException">There is no such node.</exception>
    public LocalNode Node(string name) =>
        Nodes.FirstOrDefault(node => node.Name == name) ?? throw new StartRefusedException(
            $"There is no node {name} here.",
            $"Maybe one of these is meant: {string.Join(", ", Nodes.Select(node => node.Name))}.");
}
