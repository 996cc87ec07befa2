using System.Text;
using Muster.Domain.Sources;
using Muster.Server.Sources;
using Muster.Testing;

namespace Muster.Server.Tests.Sources;

/// <summary>A folder with files that a test writes, as a source.</summary>
public sealed class FolderOfFiles(string? tenant = null) : IDisposable
{
    private readonly DirectoryInfo _folder = TemporaryFolder.Make();

    public string Path => _folder.FullName;

    public FolderSource Source => new(Path, tenant, TimeProvider.System);

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    public void Write(string name, string text) => File.WriteAllText(PathOf(name), text, new UTF8Encoding(false));

    public void Write(string name, byte[] bytes) => File.WriteAllBytes(PathOf(name), bytes);

    public async Task<IReadOnlyList<SourceRow>> ReadAsync()
    {
        var snapshot = await Source.OpenSnapshotAsync(CancellationToken.None);
        return await snapshot.Rows.ToListAsync(CancellationToken.None);
    }

    public async Task<IReadOnlyList<SourceObject>> ReadObjectsAsync() =>
        [.. (await ReadAsync()).Select(row => row.Given ?? throw new InvalidOperationException($"{row.Rejected}"))];

    public void Dispose() => _folder.Delete(recursive: true);
}
