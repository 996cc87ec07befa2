namespace Muster.Server.Tests.Sources;

/// <summary>Files that are larger than what a node may take for them.</summary>
public sealed class FolderSizeTests
{
    private const int People = 300_000;
    private const int Look = 25_000;
    private const long Megabyte = 1024 * 1024;

    [Fact]
    public async Task A_large_file_is_read_in_little_memory()
    {
        using var folder = new FolderOfFiles("acme");
        await WriteAsync(folder.PathOf("people.csv"));
        Assert.True(new FileInfo(folder.PathOf("people.csv")).Length > 90 * Megabyte);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (read, least) = (0, long.MaxValue);

        var snapshot = await folder.Source.OpenSnapshotAsync(CancellationToken.None);
        await foreach (var row in snapshot.Rows)
        {
            Assert.NotNull(row.Given);
            if (++read > People / 2 && read % Look == 0)
            {
                // Other tests run beside it: the least of several looks is nearest to the truth.
                least = Math.Min(least, GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        Assert.Equal(People + 1, read);
        Assert.InRange(least - before, long.MinValue, 45 * Megabyte);
    }

    private static async Task WriteAsync(string path)
    {
        var note = new string('x', 300);
        await using var file = File.CreateText(path);
        await file.WriteLineAsync("external_id,first_name,last_name,skills,note");
        for (var number = 0; number < People; number++)
        {
            await file.WriteLineAsync($"e{number},First{number},Last{number},billing:7;sales:3,{note}");
        }
    }
}
