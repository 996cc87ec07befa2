using Muster.Scheduling.Problem;
using Muster.Server.Demand;
using Muster.Storage.Scheduling;

namespace Muster.Server.Scheduling;

/// <summary>Puts a part together that this node has taken, and sees it through.</summary>
public sealed class BuildStarting(BuildStore builds, BuildInputs inputs, BuildKeeping keeping)
{
    public async Task RunAsync(BuildClaim claim, CancellationToken token)
    {
        if (await builds.FindAsync(claim.Build, token) is not { IsOpen: true } build)
        {
            return;
        }

        await keeping.BeginAsync(claim.Build, token);
        var input = await inputs.ReadAsync(build, claim.Unit, token);
        if ((input.Refused ?? ProblemChecks.Of(input.Value.Problem)) is { } refusal)
        {
            await FailAsync(claim, EngineRefusal.Text(refusal), token);
            return;
        }

        await new BuildRun(claim, build, input.Value, keeping).RunAsync(token);
    }

    /// <summary>Says that the part cannot be built.</summary>
    public Task FailAsync(BuildClaim claim, string sentence, CancellationToken token) => keeping.EndAsync(
        claim, new BuildSave("failed", claim.Spent, 0, claim.Progress) { Sentence = sentence }, token);
}
