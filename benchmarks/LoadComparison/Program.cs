using System.Globalization;
using PersonalDataHub.LoadComparison;
using PersonalDataHub.LoadComparison.Measuring;
using PersonalDataHub.RegistrantLookup;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};
var quick = args.Contains("--quick");
var repository = new Repository();
using var requests = new Requests();
using var answers = new Answers();
var rounds = quick
    ? new Rounds(3, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4))
    : new Rounds(5, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(5));
var comparison = new Comparison(repository, requests, answers, rounds);

var inProcess = await comparison.InProcessAsync(stop.Token);
var hand = inProcess[0];
foreach (var measured in inProcess)
{
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{measured.Contender,-8} {measured.RequestsPerSecond.Median,8:N0}/s ({measured.RequestsPerSecond.Least:N0}-{measured.RequestsPerSecond.Most:N0}) = {measured.RequestsPerSecond.Median / hand.RequestsPerSecond.Median:0.00} of hand; CPU {measured.CpuMicroseconds.Median:0.0} us = {measured.CpuMicroseconds.Median / hand.CpuMicroseconds.Median:0.00} x; RSS {measured.ResidentMegabytes:0} MB"));
}
