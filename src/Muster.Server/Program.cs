using Muster.Server.Commands;

return await MusterCommand.RunAsync(args, CancellationToken.None);
