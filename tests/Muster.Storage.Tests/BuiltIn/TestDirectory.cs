using System.Diagnostics;
using Muster.Storage.BuiltIn;
using Muster.Testing;

namespace Muster.Storage.Tests.BuiltIn;

/// <summary>A data directory that any user may pass through, deleted with all that runs in it.</summary>
internal sealed class TestDirectory : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly DirectoryInfo _parent = TemporaryFolder.Make();

    public TestDirectory(string name = "data") => Path = System.IO.Path.Combine(_parent.FullName, name);

    public string Path { get; }

    public DataDirectory Data => DataDirectory.Create(Path);

    /// <summary>As <see cref="Path"/> but only root or the present user may pass.</summary>
    public string Private()
    {
        _parent.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        return Path;
    }

    public BuiltInPostgresSettings Settings(bool durable = false) =>
        new() { DataDirectory = Path, Durable = durable, BallastMegabytes = 0 };

    /// <summary>A directory with a copy of one cluster: copying is faster than making.</summary>
    public static async Task<TestDirectory> WithClusterAsync(string name = "data")
    {
        var directory = new TestDirectory(name);
        var cluster = await Template.Value;
        using var copy = Process.Start("cp", ["-a", cluster, directory.Data.Cluster]);
        await copy.WaitForExitAsync();
        return directory;
    }

    public async ValueTask DisposeAsync()
    {
        if (Directory.Exists(Path))
        {
            await new ClusterReaper(Data, TimeProvider.System).ReapAsync(politely: false, CancellationToken.None);
        }

        _parent.Delete(recursive: true);
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var template = new TestDirectory("template");
        await (await TestPostgres.StartAsync(template.Settings())).DisposeAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => template._parent.Delete(recursive: true);
        return template.Data.Cluster;
    }
}
