using System.CommandLine;
using Muster.Domain.Outcomes;
using Muster.Server.Demand;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary><c>muster forecast</c>: a plan from a plain file, without a server or a database.</summary>
public static class ForecastCommand
{
    public static Command Create()
    {
        var command = new Command("forecast", "Forecast a CSV file of past volumes, and how many agents it takes");
        var flags = new ForecastFlags(command);
        command.SetAction((parsed, token) => RunAsync(flags.Read(parsed), token));
        return command;
    }

    private static async Task<int> RunAsync(ForecastOrder order, CancellationToken token)
    {
        RequirePlace(order);
        var result = Console.IsErrorRedirected
            ? await PlanAsync(order, null, token)
            : await Terminal.Error.Progress().AutoClear(true).HideCompleted(true)
                .StartAsync(progress => PlanAsync(order, progress, token));
        if (result.Plans.Count == 0)
        {
            throw new StartRefusedException(string.Join('\n', result.Refused.Select(no => $"{no.Queue}: {no.Reason}")));
        }

        if (order.Out is { } file)
        {
            await WriteAsync(file, order, result, token);
        }

        if (order.IsJson)
        {
            await Console.Out.WriteLineAsync(ForecastJson.Of(order, result));
        }
        else
        {
            new ForecastReport(order, result).Write();
        }

        return result.Refused.Count > 0 ? MusterCommand.Failed : 0;
    }

    private static async Task<ForecastResult> PlanAsync(
        ForecastOrder order, ProgressContext? progress, CancellationToken token)
    {
        var result = await new HistoryFileReading(order, progress?.AddTask($"Reading {order.File.Name}".EscapeMarkup()))
            .ReadAsync(token);
        RequireHandleTime(order, result);
        var planning = progress?.AddTask("Forecasting");
        var plans = new Outcome<QueuePlan>[result.Queues.Count];
        var step = 100.0 / plans.Length;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, plans.Length),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = token },
            (place, stop) =>
            {
                var queue = result.Queues[place];
                plans[place] = QueuePlanning.Plan(
                    queue, result.HandleTimes.GetValueOrDefault(queue.Name), order.Request, null, stop);
                planning?.Increment(step);
                return ValueTask.CompletedTask;
            });
        return result with
        {
            Plans = [.. plans.Where(plan => plan.Refused is null).Select(plan => plan.Value)],
            Refused = [.. plans.Index().Where(plan => plan.Item.Refused is not null).Select(plan =>
                (result.Queues[plan.Index].Name, ForecastRefusal.Text(plan.Item.Refused!)))],
        };
    }

    private static void RequireHandleTime(ForecastOrder order, ForecastResult result)
    {
        if (order.Request.Staffing is { Goals: not null, HandleSeconds: null } && result.HandleTimes.Count == 0)
        {
            throw new StartRefusedException(
                $"--answer needs a handle time, and {order.File.Name} has none.",
                "Maybe give it in seconds: --aht 180.");
        }
    }

    /// <summary>Before the long work, whether what comes of it can be put where it is wanted.</summary>
    private static void RequirePlace(ForecastOrder order)
    {
        if (order.Out is not { } file)
        {
            return;
        }

        if (file.FullName == order.File.FullName)
        {
            throw new StartRefusedException(
                $"--out {file} is the history itself.", "Maybe give the plan a name of its own, such as plan.csv.");
        }

        if (file.Directory is not { Exists: true } || Directory.Exists(file.FullName))
        {
            throw new StartRefusedException(
                $"--out {file} is no place for a file.", "Maybe its folder has to be made first.");
        }
    }

    private static async Task WriteAsync(
        FileInfo file, ForecastOrder order, ForecastResult result, CancellationToken token)
    {
        try
        {
            await PlanFile.WriteAsync(file.FullName, result.Plans, order.Request.Zone is not null, token);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"--out {file} cannot be written: {problem.Message}", "Maybe another folder.", problem);
        }
    }
}
