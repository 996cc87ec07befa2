using System.Diagnostics;
using Muster.Storage.BuiltIn;

namespace Muster.Storage.Tests.BuiltIn;

/// <summary>Muster as an ordinary user, in a process of its own when the tests run as root.</summary>
public sealed class OrdinaryUserTests
{
    private const string Ordinary = "nobody";

    [Fact]
    public async Task An_ordinary_user_starts_and_stops_a_server()
    {
        await using var directory = new TestDirectory();
        using var held = await StartAsync(directory);

        Assert.Equal("muster", await TestPostgres.AskAsync(held.ConnectionString, "SELECT current_user::text"));

        Assert.Equal(0, await held.StopAsync());
        Assert.Empty(new ClusterProcesses(directory.Data).Find());
    }

    [Fact]
    [Trait("Needs", "root")]
    public async Task Root_runs_the_cluster_of_an_ordinary_user_as_that_user()
    {
        await using var directory = new TestDirectory();
        using (var held = await StartAsync(directory))
        {
            await TestPostgres.WriteAsync(held.ConnectionString, "kept");
            await held.StopAsync();
        }

        await using var postgres = await TestPostgres.StartAsync(directory.Settings());

        Assert.Equal("kept", await TestPostgres.ReadAsync(postgres.ConnectionString));
        var user = await ClusterUser.ChooseAsync(directory.Data, null, TestContext.Current.CancellationToken);
        Assert.Equal(Ordinary, user.Name);
    }

    [Fact]
    [Trait("Needs", "root")]
    public async Task An_ordinary_user_is_refused_the_cluster_that_root_made()
    {
        await using var directory = new TestDirectory();
        await using (await TestPostgres.StartAsync(directory.Settings() with { RunAsUser = "daemon" }))
        {
        }

        using var refused = await StartAsync(directory);

        Assert.Contains("Maybe ", refused.ConnectionString);
        Assert.Equal(1, await refused.StopAsync());
    }

    [Fact]
    [Trait("Needs", "root")]
    public async Task A_copy_that_has_become_roots_is_refused_with_the_way_to_give_it_back()
    {
        await using var directory = await TestDirectory.WithClusterAsync();
        Posix.ChangeOwner(directory.Data.Cluster, 0, 0);

        var refusal = await TestPostgres.RefusalAsync(directory.Settings());

        Assert.Contains("belongs to root", refusal.Message);
        Assert.Contains($"chown -R muster {directory.Data.Cluster}", refusal.Message);
    }

    [Fact]
    [Trait("Needs", "root")]
    public async Task Root_is_told_when_the_ordinary_user_cannot_enter_the_data_directory()
    {
        await using var directory = new TestDirectory();

        directory.Private();
        var refusal = await TestPostgres.RefusalAsync(directory.Settings());

        Assert.Equal(BuiltInPostgresFailure.DirectoryUnusable, refusal.Failure);
        Assert.Contains("cannot enter", refusal.Message);
    }

    [Fact]
    [Trait("Needs", "root")]
    public async Task A_user_who_does_not_exist_is_refused()
    {
        await using var directory = new TestDirectory();

        var refusal = await TestPostgres.RefusalAsync(directory.Settings() with { RunAsUser = "no-such-user" });

        Assert.Equal(BuiltInPostgresFailure.NoUser, refusal.Failure);
    }

    private static async Task<HeldPostgres> StartAsync(TestDirectory directory)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return await HeldPostgres.StartAsync(directory.Path);
        }

        using var chown = Process.Start("chown", [Ordinary, directory.Data.Path]);
        await chown.WaitForExitAsync(TestContext.Current.CancellationToken);
        return await HeldPostgres.StartAsync(directory.Path, Ordinary);
    }
}
