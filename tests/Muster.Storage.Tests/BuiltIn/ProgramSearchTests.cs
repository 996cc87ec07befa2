using Muster.Storage.BuiltIn;

namespace Muster.Storage.Tests.BuiltIn;

public sealed class ProgramSearchTests
{
    private static readonly ProgramPlaces Nowhere = new([], []);

    [Fact]
    public async Task No_programs_at_all_is_refused_and_nothing_is_made()
    {
        await using var directory = new TestDirectory();

        var refusal = await TestPostgres.RefusalAsync(directory.Settings() with { Places = Nowhere });

        Assert.Equal(BuiltInPostgresFailure.NoPrograms, refusal.Failure);
        Assert.Contains("\nMaybe install Node.js", refusal.Message);
        Assert.False(Directory.Exists(directory.Data.Cluster));
    }

    [Theory]
    [InlineData("14")]
    [InlineData("99")]
    public async Task A_cluster_of_another_version_is_refused_by_its_number(string version)
    {
        await using var directory = await TestDirectory.WithClusterAsync();
        await using (await TestPostgres.StartAsync(directory.Settings()))
        {
        }

        await File.WriteAllTextAsync(directory.Data.VersionFile, version, TestContext.Current.CancellationToken);

        var refusal = await TestPostgres.RefusalAsync(directory.Settings());

        Assert.Equal(BuiltInPostgresFailure.WrongVersion, refusal.Failure);
        Assert.Contains($"install PostgreSQL {version}", refusal.Message);
    }

    [Fact]
    public async Task Without_the_package_a_system_PostgreSQL_serves_or_its_absence_is_told()
    {
        await using var directory = new TestDirectory();
        var system = ProgramPlaces.OfThisMachine() with { Packages = [] };
        try
        {
            await using var postgres = await TestPostgres.StartAsync(directory.Settings() with { Places = system });

            Assert.Equal("on", await TestPostgres.AskAsync(postgres.ConnectionString, "SHOW data_checksums"));
        }
        catch (BuiltInPostgresException refusal) when (refusal.Failure == BuiltInPostgresFailure.NoPrograms)
        {
            Assert.Contains("No PostgreSQL 15 or newer was found", refusal.Message);
        }
    }

    [Fact]
    public async Task A_program_that_only_bears_the_name_is_not_PostgreSQL()
    {
        await using var directory = new TestDirectory();
        var folder = directory.Data.Path;
        File.CreateSymbolicLink(Path.Combine(folder, "postgres"), "/bin/true");
        File.CreateSymbolicLink(Path.Combine(folder, "initdb"), "/bin/true");

        var (programs, _) = await PostgresPrograms.AskAsync(
            folder, new ClusterUser("root"), TestContext.Current.CancellationToken);

        Assert.Null(programs);
    }
}
