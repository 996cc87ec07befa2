using Muster.Storage.BuiltIn;

namespace Muster.Storage.Tests.BuiltIn;

public sealed class PostgresPackageTests
{
    [Fact]
    public async Task The_links_that_npm_cannot_pack_are_made_once()
    {
        await using var directory = new TestDirectory();
        var package = Make(directory.Data.Path);

        package.MakeLinks();
        package.MakeLinks();

        var link = new FileInfo(Path.Combine(package.Folder, "native/lib/libone.so"));
        Assert.Equal("libone.so.1", link.LinkTarget);
    }

    [Fact]
    public async Task A_package_in_a_private_place_is_copied_where_all_can_read()
    {
        await using var directory = new TestDirectory();
        var package = Make(directory.Private());
        package.MakeLinks();
        using var cache = new CacheDirectory();

        var copy = package.OpenToAll(cache.Path);
        var again = package.OpenToAll(cache.Path);

        Assert.Equal(copy, again);
        Assert.True(Reach.IsOpenToAll(copy.Programs));
        Assert.True(File.GetUnixFileMode(Path.Combine(copy.Programs, "postgres")).HasFlag(UnixFileMode.OtherExecute));
        Assert.Equal("libone.so.1", new FileInfo(Path.Combine(copy.Folder, "native/lib/libone.so")).LinkTarget);
        Assert.Single(Directory.GetDirectories(cache.Path));
    }

    [Fact]
    public async Task A_package_that_all_can_read_stays_where_it_is()
    {
        await using var directory = new TestDirectory();
        var folder = directory.Data.Path;
        File.SetUnixFileMode(folder, CacheDirectory.OpenToAll);
        var package = Make(folder);
        File.SetUnixFileMode(Path.Combine(package.Programs, "postgres"), CacheDirectory.OpenToAll);

        Assert.Same(package, package.OpenToAll("/nowhere"));
    }

    private static PostgresPackage Make(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "native/bin"));
        Directory.CreateDirectory(Path.Combine(folder, "native/lib"));
        File.WriteAllText(Path.Combine(folder, "package.json"), """{"version": "18.4.0"}""");
        File.WriteAllText(Path.Combine(folder, "native/lib/libone.so.1"), "");
        File.WriteAllText(
            Path.Combine(folder, "native/pg-symlinks.json"),
            """[{"source": "native/lib/libone.so.1", "target": "native/lib/libone.so"}]""");
        var postgres = Path.Combine(folder, "native/bin/postgres");
        File.WriteAllText(postgres, "");
        File.SetUnixFileMode(postgres, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return new PostgresPackage(folder);
    }
}
