using Muster.Domain.Sources;
using Muster.Domain.Synchronization;
using Muster.Server.Sources;

namespace Muster.Server.Tests.Sources;

/// <summary>Files that change, before, while and after they are read.</summary>
public sealed class FolderChangeTests : IDisposable
{
    private const string Head = "external_id,first_name,last_name\n";

    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    private readonly FolderOfFiles _folder = new("acme");

    public FolderChangeTests() => _folder.Write("people.csv", $"{Head}e1,Amy,Ant\n");

    [Fact]
    public async Task While_nothing_changes_there_is_nothing_and_the_position_stays()
    {
        var position = (await _folder.Source.OpenSnapshotAsync(CancellationToken.None)).Position;

        var changes = await _folder.Source.ReadChangesAsync(position, TimeSpan.Zero, CancellationToken.None);

        Assert.Equal((0, position, false), (changes.Rows.Count, changes.Next, changes.HasMore));
    }

    [Theory]
    [InlineData("people.csv", $"{Head}e1,Bob,Ant\n")]
    [InlineData("people-b.csv", Head)]
    [InlineData("skills.yaml", "[]")]
    public async Task A_change_ends_the_waiting(string name, string text)
    {
        var position = (await _folder.Source.OpenSnapshotAsync(CancellationToken.None)).Position;
        var waiting = _folder.Source.ReadChangesAsync(position, Long, CancellationToken.None);

        _folder.Write(name, text);

        var refused = await Assert.ThrowsAsync<CursorRefusedException>(() => waiting);
        Assert.Equal("The files have changed.", refused.Message);
    }

    [Fact]
    public async Task What_has_changed_before_is_found_without_waiting()
    {
        var position = (await _folder.Source.OpenSnapshotAsync(CancellationToken.None)).Position;
        File.Delete(_folder.PathOf("people.csv"));
        _folder.Write("people.yaml", "[]");

        await Assert.ThrowsAsync<CursorRefusedException>(
            () => _folder.Source.ReadChangesAsync(position, TimeSpan.Zero, CancellationToken.None));
    }

    [Fact]
    public async Task The_same_size_and_time_hide_no_change_of_a_small_file()
    {
        var at = File.GetLastWriteTimeUtc(_folder.PathOf("people.csv"));
        var before = (await _folder.Source.OpenSnapshotAsync(CancellationToken.None)).Position;
        _folder.Write("people.csv", $"{Head}e1,Bob,Ant\n");
        File.SetLastWriteTimeUtc(_folder.PathOf("people.csv"), at);

        Assert.NotEqual(before, (await _folder.Source.OpenSnapshotAsync(CancellationToken.None)).Position);
    }

    [Theory]
    [InlineData("e9999,Amy,Ant\n")]
    [InlineData("e9999,\"Amy")]
    public async Task A_file_that_is_written_while_it_is_read_is_to_be_read_again(string more)
    {
        _folder.Write("people.csv", Head + string.Concat(Enumerable.Range(0, 9000).Select(n => $"e{n},Amy,Ant\n")));
        var snapshot = await _folder.Source.OpenSnapshotAsync(CancellationToken.None);
        await using var rows = snapshot.Rows.GetAsyncEnumerator(CancellationToken.None);
        Assert.True(await rows.MoveNextAsync());

        await File.AppendAllTextAsync(_folder.PathOf("people.csv"), more);

        var away = await Assert.ThrowsAsync<SourceAwayException>(async () =>
        {
            while (await rows.MoveNextAsync())
            {
                Assert.Null(rows.Current.Rejected);
            }
        });
        Assert.Equal(
            $"{_folder.PathOf("people.csv")} was changed while it was read.\n"
            + "Maybe write it under another name, and rename it when it is whole.",
            away.Message);
    }

    [Fact]
    public async Task One_object_is_found_as_it_is_now()
    {
        _folder.Write("people.csv", $"{Head}e1,Amy,Ant\ne2,Bob,\n");
        var source = _folder.Source;

        var found = await source.FindAsync(ObjectKind.Person, "e1", CancellationToken.None);

        Assert.Equal("Amy Ant", found!.Label);
        Assert.Null(await source.FindAsync(ObjectKind.Skill, "e1", CancellationToken.None));
        var broken = await Assert.ThrowsAsync<SourceBrokenException>(
            () => source.FindAsync(ObjectKind.Person, "e2", CancellationToken.None));
        Assert.StartsWith("people.csv, line 3: last_name is missing.", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_may_come_back()
    {
        var missing = _folder.PathOf("missing");

        var away = await Assert.ThrowsAsync<SourceAwayException>(
            () => new FolderSource(missing, null, TimeProvider.System).OpenSnapshotAsync(CancellationToken.None));

        Assert.Equal(
            $"There is no folder {missing} on this server.\nMaybe it is not mounted, or the path is misspelt.",
            away.Message);
    }

    [Fact]
    public async Task A_folder_without_a_file_of_ours_says_so_and_ends_nobody()
    {
        File.Move(_folder.PathOf("people.csv"), _folder.PathOf("people.txt"));

        var away = await Assert.ThrowsAsync<SourceAwayException>(_folder.ReadAsync);

        Assert.Equal(
            $"{_folder.Path} holds no file that Muster reads.\n"
            + "Maybe put a people.csv there; docs/sources.md says how.",
            away.Message);
    }

    [Fact]
    public void A_source_without_a_folder_cannot_be_opened()
    {
        var source = new SourceDefinition { Id = default, Name = "HR", Type = SourceType.Folder };

        var away = Assert.Throws<SourceAwayException>(() => FolderSource.Open(source, TimeProvider.System));

        Assert.Equal("The source HR names no folder.\nMaybe set it in its settings.", away.Message);
    }

    public void Dispose() => _folder.Dispose();
}
