"""The learned tagger: conversion of the encoder, labels, training and the table that decides whether it ships."""
